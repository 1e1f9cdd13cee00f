# Serves the folder "site" on this machine only. Windows PowerShell 5.1 or later. Not tested on Windows yet.
# A plain socket on 127.0.0.1: it needs no administrator and no reserved address.
param([int]$Port = 4173)
$ErrorActionPreference = 'Stop'
$site = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '..\..\site'))
$rules = Get-Content -Raw -Encoding UTF8 (Join-Path $PSScriptRoot 'headers.json') | ConvertFrom-Json

function Find-File([string]$path) {
  $parts = @([Uri]::UnescapeDataString($path).Split('/') | Where-Object { $_ -ne '' })
  foreach ($part in $parts) { if ($part.StartsWith('.') -or $part -match '[\\:*?"<>|]') { return $null } }
  $named = $site
  foreach ($part in $parts) { $named = Join-Path $named $part }
  $candidates = @()
  if ($parts.Count -gt 0) { $candidates += $named; $candidates += "$named.html" }
  $candidates += (Join-Path $named 'index.html')
  foreach ($candidate in $candidates) { if (Test-Path -LiteralPath $candidate -PathType Leaf) { return $candidate } }
  return $null
}

function Send-Answer($stream, [int]$status, [string]$type, [byte[]]$body, [string]$cache, [bool]$head, [string]$location) {
  $lines = @("HTTP/1.1 $status Answer")
  foreach ($header in $rules.headers.PSObject.Properties) { $lines += "$($header.Name): $($header.Value)" }
  if ($location) { $lines += "Location: $location" }
  $lines += "Content-Type: $type", "Content-Length: $($body.Length)", "Cache-Control: $cache", 'Connection: close', '', ''
  $bytes = [Text.Encoding]::ASCII.GetBytes($lines -join "`r`n")
  $stream.Write($bytes, 0, $bytes.Length)
  if (-not $head) { $stream.Write($body, 0, $body.Length) }
  $stream.Flush()
}

function Answer($stream) {
  $reader = New-Object IO.StreamReader($stream, [Text.Encoding]::ASCII, $false, 8192, $true)
  $request = $reader.ReadLine()
  if (-not $request) { return }
  while ($reader.ReadLine()) { }
  $method, $target, $rest = $request.Split(' ')
  $none = [Text.Encoding]::ASCII.GetBytes("Not found.`n")
  $head = $method -eq 'HEAD'
  if ($method -ne 'GET' -and -not $head) { Send-Answer $stream 405 'text/plain' $none 'no-cache' $false ''; return }
  $file = $null
  if (-not $target.Contains('?')) { $file = Find-File $target }
  if (-not $file) { Send-Answer $stream 404 'text/plain' $none 'no-cache' $head ''; return }
  if ($file.EndsWith('.html') -and $target.EndsWith('/') -and -not $file.EndsWith('index.html')) {
    Send-Answer $stream 308 'text/plain' $none 'no-cache' $head $target.TrimEnd('/')
    return
  }
  $type = $rules.types.([IO.Path]::GetExtension($file).ToLowerInvariant())
  if (-not $type) { $type = 'application/octet-stream' }
  $cache = 'no-cache'
  if ($target.StartsWith('/_app/immutable/')) { $cache = $rules.hashed }
  Send-Answer $stream 200 $type ([IO.File]::ReadAllBytes($file)) $cache $head ''
}

$listener = New-Object Net.Sockets.TcpListener([Net.IPAddress]::Loopback, $Port)
$listener.Start()
$url = "http://127.0.0.1:$Port/"
Write-Host "PHEMS Notebook: $url"
Write-Host 'Stop with Ctrl-C, or close this window.'
Start-Process $url
while ($true) {
  # So that Ctrl-C is heard.
  while (-not $listener.Pending()) { Start-Sleep -Milliseconds 20 }
  $client = $listener.AcceptTcpClient()
  try {
    $client.ReceiveTimeout = 2000
    Answer $client.GetStream()
  } catch { } finally { $client.Close() }
}
