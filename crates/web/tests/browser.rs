//! One walk through the house in a real browser: log in, import workbooks, screen, run the bridge, accept a proposal.
//!
//! Chromium is driven over its debugging pipe: messages in JSON, each ended by a zero byte, on its file descriptors 3 and 4.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

mod common;

use common::{House, PASSWORD};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use web::{AppState, Setting, serve};

const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
                     --disable-component-update --disable-sync --lang=zh-CN --remote-debugging-pipe";

/// A browser with one page.
struct Browser {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    session: Option<String>,
    count: u64,
}

impl Browser {
    /// Starts Chromium with an empty profile; `None` when it is not there.
    fn start(profile: &Path) -> Option<Self> {
        let chromium =
            ["/usr/bin/chromium", "/usr/bin/chromium-browser"].into_iter().find(|path| Path::new(path).exists())?;
        let line = format!("exec {chromium} {FLAGS} --user-data-dir={} about:blank 3<&0 4>&1 1>&2", profile.display());
        let mut child = Command::new("sh")
            .args(["-c", &line])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let mut browser = Self { child, to, from, session: None, count: 0 };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}))["targetId"].clone();
        let attached = browser.call("Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        Some(browser)
    }

    fn call(&mut self, method: &str, params: Value) -> Value {
        self.count += 1;
        let mut message = json!({"id": self.count, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let mut bytes = Vec::new();
            self.from.read_until(0, &mut bytes).unwrap();
            assert_eq!(bytes.pop(), Some(0), "the browser hung up during {method}");
            let answer: Value = serde_json::from_slice(&bytes).unwrap();
            if answer["id"] == json!(self.count) {
                // Between two pages there is nothing to evaluate in; whoever waits asks again.
                let between = method == "Runtime.evaluate";
                assert!(between || answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
        }
    }

    /// The value of an expression on the page.
    fn value(&mut self, script: &str) -> Value {
        let result = self.call("Runtime.evaluate", json!({"expression": script, "returnByValue": true}));
        assert!(result["exceptionDetails"].is_null(), "{script}: {}", result["exceptionDetails"]);
        result["result"]["value"].clone()
    }

    /// Waits until an expression is true of a loaded page.
    fn until(&mut self, what: &str) {
        let since = Instant::now();
        loop {
            if self.value(&format!("document.readyState === 'complete' && Boolean({what})")) == json!(true) {
                return;
            }
            let here =
                self.value("location.href + ' ' + (document.body ? document.body.innerText.slice(0, 300) : String())");
            assert!(since.elapsed() < Duration::from_secs(60), "waited for {what} on {here}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn go(&mut self, url: &str) {
        self.call("Page.navigate", json!({"url": url}));
        self.until("document.body");
    }

    fn fill(&mut self, field: &str, text: &str) {
        self.value(&format!("document.querySelector({}).value = {}", json!(field), json!(text)));
    }

    fn click(&mut self, button: &str) {
        self.value(&format!("document.querySelector({}).click()", json!(button)));
    }

    fn choose_file(&mut self, field: &str, file: &Path) {
        let root = self.call("DOM.getDocument", json!({}))["root"]["nodeId"].clone();
        let node = self.call("DOM.querySelector", json!({"nodeId": root, "selector": field}))["nodeId"].clone();
        self.call("DOM.setFileInputFiles", json!({"nodeId": node, "files": [file]}));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn from_workbook_to_accepted_proposal() {
    let profile = tempfile::tempdir().unwrap();
    let Some(mut browser) = Browser::start(profile.path()) else {
        assert!(std::env::var_os("QIAO_TEST_ALL").is_none(), "QIAO_TEST_ALL is set and there is no Chromium");
        println!("skipped: from_workbook_to_accepted_proposal needs Chromium");
        return;
    };
    let house = House::with_files(150).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(serve(AppState::new(house.office.clone(), Setting::default()), listener, std::future::pending()));
    let files = house.files.clone();
    tokio::task::spawn_blocking(move || {
        log_in(&mut browser, &base);
        for part in ["花名册", "岗位信息", "岗位开发"] {
            let file = files.iter().find(|file| file.to_string_lossy().contains(part)).expect(part);
            take_in(&mut browser, &base, file);
        }
        screen(&mut browser, &base);
        run_and_accept(&mut browser, &base);
    })
    .await
    .unwrap();
}

fn log_in(browser: &mut Browser, base: &str) {
    browser.go(&format!("{base}/login"));
    browser.until("document.querySelector('#u')");
    browser.fill("#u", "clerk");
    browser.fill("#p", PASSWORD);
    browser.click("form.card button.go");
    browser.until("location.pathname === '/' && document.querySelector('.tiles')");
    let font = browser.value("getComputedStyle(document.querySelector('.bar')).display");
    assert_eq!(font, json!("flex"), "the stylesheet is in force under the content security policy");
}

fn take_in(browser: &mut Browser, base: &str, file: &Path) {
    browser.go(&format!("{base}/import"));
    browser.until("document.querySelector('#file')");
    browser.choose_file("#file", file);
    browser.click("form[enctype] button.go");
    browser.until("document.querySelector('tr.is-new')");
    browser.click(".card footer button.go");
    browser.until("document.querySelector('.note.ok')");
}

fn screen(browser: &mut Browser, base: &str) {
    browser.go(&format!("{base}/vacancies?tab=intake"));
    browser.until("document.querySelector('form[action=\"/vacancies/screen\"] button')");
    browser.click("form[action='/vacancies/screen'] button");
    browser.until("location.search === '' && document.querySelector('tbody tr')");
}

fn run_and_accept(browser: &mut Browser, base: &str) {
    browser.go(&format!("{base}/bridge"));
    browser.until("document.querySelector('.empty button.go')");
    browser.click(".empty button.go");
    browser.until("document.querySelector('svg.split')");
    let figures = browser.value("document.querySelector('h1').innerText");
    println!("{figures}");
    browser.click(".card footer a.go");
    browser.until("document.querySelector('td.pick input')");
    let before = browser.value("document.querySelectorAll('tbody tr').length").as_u64().unwrap();
    let pair = browser.value("document.querySelector('td.pick input').value");
    browser.click("td.pick input");
    browser.click("button[value=accepted]");
    browser.until(&format!("!document.querySelector('input[value=\"{}\"]')", pair.as_str().unwrap()));
    let after = browser.value("document.querySelectorAll('tbody tr').length").as_u64().unwrap();
    assert!(after + 1 >= before, "only the accepted one left the open ones: {before} before, {after} after");
    let accepted = link_to(browser, "accepted");
    browser.go(&accepted);
    browser.until(&format!("document.querySelector('input[value=\"{}\"]')", pair.as_str().unwrap()));
}

fn link_to(browser: &mut Browser, verdict: &str) -> String {
    let link = browser.value(&format!("document.querySelector('.tabs a[href*=\"verdict={verdict}\"]').href"));
    link.as_str().unwrap().to_owned()
}
