/**
 * Run in this order before anything else. After the last line no statement can read or write outside `local/`,
 * load code, or change a setting (tests: duck-lock.test.ts). A DuckDB that is not locked may try to load an
 * extension; where the page's policy stops that, the engine corrupts itself.
 */
export const lockStatements: readonly string[] = [
  'SET errors_as_json=true',
  'SET autoload_known_extensions=false',
  'SET autoinstall_known_extensions=false',
  "SET allowed_directories=['local/']",
  'SET enable_external_access=false',
  'SET lock_configuration=true'
];
