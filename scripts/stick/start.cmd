@echo off
rem Serves PHEMS Notebook on this machine only, and opens it. Close the window to stop. Not tested on Windows yet.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0server\stick\serve.ps1" %*
if errorlevel 1 pause
