import { securityHeaders } from './headers.mjs';

const source = 'Made by `node scripts/host-files.mjs` from scripts/site/headers.mjs.';
const hashed = 'public, max-age=31536000, immutable';
/** What Debian's servers do not know by themselves. */
const types = {
  'application/manifest+json': ['webmanifest'],
  'application/vnd.apache.parquet': ['parquet'],
  'text/markdown': ['md'],
  'text/javascript': ['mjs']
};

/** @param {(name: string, value: string) => string} line */
const headerLines = (line) =>
  Object.entries(securityHeaders())
    .map(([name, value]) => line(name, value))
    .join('\n');

/** Netlify, Cloudflare Pages and others. */
const underscore = () => `# Netlify, Cloudflare Pages and others that read this file. ${source}
/*
${headerLines((name, value) => `  ${name}: ${value}`)}
  Cache-Control: no-cache
/_app/immutable/*
  ! Cache-Control
  Cache-Control: ${hashed}
`;

// One `add_header` inside a location would switch all of the server's off: Cache-Control is chosen by a map.
const nginx = () => `# Put the content of build/ into /srv/phems-notebook and this into the server's folder of sites.
# ${source}
server {
  listen 443 ssl;
  http2 on;
  server_name notebook.example.org;
  ssl_certificate /etc/ssl/notebook.example.org.pem;
  ssl_certificate_key /etc/ssl/private/notebook.example.org.key;

  root /srv/phems-notebook;
  index index.html;
  server_tokens off;
  # A log holds addresses of people.
  access_log off;
  # application/wasm is in nginx's own mime.types since 1.21.1.
  include mime.types;
  types {
${Object.entries(types)
  .map(([type, endings]) => `    ${type} ${endings.join(' ')};`)
  .join('\n')}
  }
  # The build writes .gz next to the files (and .br, for those who have the brotli module: brotli_static on).
  gzip_static on;

  # "always": errors carry them, too. An add_header inside a location would switch all of these off.
${headerLines((name, value) => `  add_header ${name} "${value}" always;`)}
  add_header Cache-Control $phems_cache always;

  location / {
    limit_except GET { deny all; }
    # The page never asks with a query: no data can leave in one.
    if ($is_args) { return 404; }
    try_files $uri $uri.html $uri/index.html =404;
  }
  location ~ /\\.(?!well-known) { return 404; }
}

# Only names that hold a hash of their content may be kept unasked.
map $uri $phems_cache {
  default "no-cache";
  "~^/_app/immutable/" "${hashed}";
}
`;

const caddy = () => `# Put the content of build/ into /srv/phems-notebook. ${source}
(house) {
	header {
${headerLines((name, value) => `\t\t${name} "${value}"`)}
		-Server
	}
}
notebook.example.org {
	root * /srv/phems-notebook
	import house
	@hashed path /_app/immutable/*
	header @hashed Cache-Control "${hashed}"
	@plain not path /_app/immutable/*
	header @plain Cache-Control "no-cache"
	@manifest path *.webmanifest
	header @manifest Content-Type application/manifest+json
	# The page never asks with a query: no data can leave in one.
	@query expression {query} != ""
	error @query 404
	@notget not method GET HEAD
	error @notget 405
	@dot path */.*
	error @dot 404
	try_files {path} {path}.html {path}/index.html
	file_server {
		precompressed br gzip
	}
	# Errors begin without headers.
	handle_errors {
		import house
		respond "{err.status_code}"
	}
}
`;

const apache = () => `# Copy to .htaccess beside the content of build/ (mod_headers, mod_rewrite). ${source}
AddType application/wasm .wasm
${Object.entries(types)
  .map(([type, endings]) => `AddType ${type} ${endings.map((ending) => `.${ending}`).join(' ')}`)
  .join('\n')}
<IfModule mod_headers.c>
${headerLines((name, value) => `  Header always set ${name} "${value}"`)}
  Header always set Cache-Control "no-cache"
  <If "%{REQUEST_URI} =~ m#/_app/immutable/#">
    Header always set Cache-Control "${hashed}"
  </If>
</IfModule>
<IfModule mod_rewrite.c>
  RewriteEngine On
  # The page never asks with a query: no data can leave in one.
  RewriteCond %{QUERY_STRING} .
  RewriteRule ^ - [R=404,L]
  RewriteCond %{REQUEST_FILENAME} !-f
  RewriteCond %{REQUEST_FILENAME}.html -f
  RewriteRule ^(.*?)/?$ $1.html [L]
</IfModule>
`;

const githubPages = () => `# GitHub Pages, and other hosts that send no headers of ours

${source}

Push the content of \`build/\`, with its empty \`.nojekyll\`: without that file folders that begin with \`_\` vanish. Any
sub-folder works (\`https://name.github.io/notebook/\`). \`_headers\` and \`hosts/\` are not needed there.

What carries the walls where the host cannot send these headers:

| header | without the host |
|---|---|
${headerLines((name) => `| ${name} | ${without[name] ?? ''} |`)}

Workers start from a \`blob:\` that imports their file and so inherit the page's policy; a test starts each of them on a server that
sends no header. Nothing but the host can say \`frame-ancestors\` on a first visit: another site may show the page in a frame there until
the service worker has taken over.
`;

/** @type {Readonly<Record<string, string>>} */
const without = {
  'Content-Security-Policy':
    'in each page as `<meta>`, before anything else; from the second load on also as a header, by the service worker',
  'X-Content-Type-Options': 'by the service worker from the second load on; it also mends wrong types',
  'Referrer-Policy': 'in each page as `<meta>`',
  'Cross-Origin-Opener-Policy': 'by the service worker from the second load on',
  'Cross-Origin-Resource-Policy': 'not at all: other sites may load our files, which hold no secret',
  'Permissions-Policy': 'by the service worker from the second load on',
  'X-DNS-Prefetch-Control': 'by the service worker from the second load on; pages link to no other host'
};

/**
 * The ready files for hosts, by their place below `static/`.
 * @returns {Record<string, string>}
 */
export const hostFiles = () => ({
  _headers: underscore(),
  'hosts/nginx.conf': nginx(),
  'hosts/Caddyfile': caddy(),
  'hosts/apache.htaccess': apache(),
  'hosts/github-pages.md': githubPages()
});
