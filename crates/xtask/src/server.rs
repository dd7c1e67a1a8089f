//! A small web server for one page, on this machine only.
//!
//! It answers from memory. A request can name nothing but what the last good build made, so no path can climb out
//! of the page, and a build that fails changes nothing.

use crate::stamp::files_below;
use crate::trouble::{Doing, Outcome, Trouble};
use std::collections::HashMap;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// Sent with every answer. The content policy itself stands in the page, where every host serves it; who may frame the
/// page is the one thing that only a header can say.
const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=()"),
];

/// The files of a page by their path, each with its type.
pub(crate) struct Site {
    files: HashMap<String, (Vec<u8>, &'static str)>,
}

impl Site {
    /// Reads a built page.
    pub(crate) fn load(folder: &Path) -> Outcome<Self> {
        let mut files = HashMap::new();
        for file in files_below(folder)? {
            let bytes = fs::read(&file).doing(format!("reading {}", file.display()))?;
            let below = file.strip_prefix(folder).unwrap_or(&file);
            let names: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            files.insert(names.join("/"), (bytes, kind(&file)));
        }
        Ok(Self { files })
    }

    /// The file that an address asks for.
    fn find(&self, url: &str) -> Option<&(Vec<u8>, &'static str)> {
        let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
        self.files.get(if path.is_empty() { "index.html" } else { path })
    }
}

/// What the server shows at the moment.
pub(crate) type Shown = Arc<RwLock<Site>>;

/// Serves a site from the first free port, `port` or one above, and answers the page's address.
pub(crate) fn serve(site: Shown, port: u16) -> Outcome<String> {
    let listener = first_free(port)?;
    let address = listener.local_addr().doing("asking for the address")?;
    let server = Server::from_listener(listener, None).doing("starting the server")?;
    thread::spawn(move || {
        for request in server.incoming_requests() {
            answer(&site, request);
        }
    });
    Ok(format!("http://{address}/"))
}

/// Shows another site from now on.
pub(crate) fn show(shown: &Shown, site: Site) {
    *shown.write().unwrap_or_else(PoisonError::into_inner) = site;
}

/// Listens on the first free port of fifty.
fn first_free(port: u16) -> Outcome<TcpListener> {
    let last = port.saturating_add(49);
    (port..=last).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok()).ok_or_else(|| {
        Trouble::new(format!("no port from {port} to {last} is free")).next("./dev serve --port 9000")
    })
}

/// Answers one request. A reader who has gone away is no trouble.
fn answer(site: &Shown, request: Request) {
    let site = site.read().unwrap_or_else(PoisonError::into_inner);
    let (status, bytes, kind) = match site.find(request.url()) {
        _ if !matches!(request.method(), Method::Get | Method::Head) => {
            (405, &b"only GET is answered"[..], TEXT)
        }
        Some((bytes, kind)) => (200, bytes.as_slice(), *kind),
        None => (404, &b"no such file"[..], TEXT),
    };
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in HEADERS.into_iter().chain([("Content-Type", kind)]) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    drop(site);
    let _gone = request.respond(response);
}

/// The type of a plain answer.
const TEXT: &str = "text/plain; charset=utf-8";

/// The type of a file, by its ending.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
