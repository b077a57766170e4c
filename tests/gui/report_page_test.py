"""The report's page in a browser: it asks nobody for anything, it is valid, it sorts, it says what stands under the
pointer, and nothing sticks out of a wide window, a narrow one or paper. Pictures of all of them, and of the pages of the
PDF, are kept in the build folder to be looked at."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SOURCE = Path(os.environ["GOHO_SOURCE_DIR"])
BUILD = Path(os.environ["GOHO_BUILD_DIR"])
PICTURES = BUILD / "tests/gui/report"
VALIDATOR = Path(os.environ.get("GOHO_VNU_JAR", SOURCE / "build/tools/vnu.jar"))
COMPANY = SOURCE / "scenarios/manufacturer"
FILES = [str(COMPANY / name) for name in ("base.json", "investment_plan.json", "price_up.json")]
OF_THE_BROWSER = re.compile(r"(^|\.)(google|googleapis|gstatic|gvt1|chromium)\.(com|org)$")  # its own updates and clocks

# What a person would try, tried inside the page; the outcome is left in the title, where it can be read from outside.
PROBE = """<script>
window.addEventListener("load",function(){
 var out={};
 out.overflow=document.documentElement.scrollWidth-document.documentElement.clientWidth;
 out.clipped=[].filter.call(document.querySelectorAll("h1,h2,h3,figcaption,table.words td,li"),function(e){return e.scrollWidth>e.clientWidth+1&&getComputedStyle(e).display!=="inline";}).map(function(e){return e.textContent.slice(0,40);});
 out.broken=[].filter.call(document.images,function(i){return !i.complete||i.naturalWidth===0;}).length;
 out.images=document.images.length;
 var table=document.querySelector("#profit table"),button=table.tHead.rows[0].cells[1].querySelector("button");
 function first(){return table.tBodies[0].rows[0].cells[0].textContent;}
 function values(){return [].map.call(table.tBodies[0].rows,function(r){return +r.cells[1].dataset.value;});}
 function sorted(v,sign){return v.every(function(x,i){return i===0||sign*(x-v[i-1])>=0;});}
 var was=first();button.click();out.falls=sorted(values(),-1)&&table.querySelector("[aria-sort=descending]")!==null;
 button.click();out.rises=sorted(values(),1);button.click();out.back=first()===was&&table.querySelector("[aria-sort]")===null;
 var plot=document.querySelector("#comparison .plot"),mark=JSON.parse(plot.dataset.marks)[0],box=plot.getBoundingClientRect(),scale=plot.dataset.width/box.width;
 plot.dispatchEvent(new PointerEvent("pointermove",{clientX:box.left+mark[0]/scale+2,clientY:box.top+mark[1]/scale+2}));
 var tip=document.getElementById("tip");out.tip=!tip.hidden&&tip.textContent===mark[2]+"\\n"+mark[3];
 plot.dispatchEvent(new PointerEvent("pointerleave"));out.gone=tip.hidden;
 document.title=JSON.stringify(out);
});</script>"""


def browser(folder, *arguments):
    fixed = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps"]
    return subprocess.run([BROWSER, *fixed, *arguments], capture_output=True, check=False, timeout=180)


class Server:
    """Gives out one page, and writes down everything that anybody asks for."""

    def __init__(self, page):
        self.asked = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append((self.headers.get("Host", "").split(":")[0], self.path))
                self.send_response(200 if self.path == "/page.html" else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                if self.path == "/page.html":
                    self.wfile.write(page)

            do_POST = do_GET

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        PICTURES.mkdir(parents=True, exist_ok=True)
        cls.kept = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        cls.folder = Path(cls.kept.name)
        cls.pages = {}
        for language in ("en", "ja"):
            for kind in ("html", "pdf"):
                file = PICTURES / f"report.{language}.{kind}"
                done = subprocess.run([os.environ["GOHO_BINARY"], "report", *FILES, "-o", file, "--lang", language, "--trials", "500",
                                       "--benchmark", "example", "--date", "2027-04-01"], capture_output=True, check=False, timeout=180)
                assert done.returncode == 0, done.stderr.decode()
            cls.pages[language] = PICTURES / f"report.{language}.html"

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def test_no_request(self):
        page = self.pages["ja"].read_bytes()
        with Server(page) as server:
            browser(self.folder, f"--host-resolver-rules=MAP * 127.0.0.1:{server.port}", f"--screenshot={self.folder}/x.png",
                    f"http://page.test:{server.port}/page.html")
            others = [ask for ask in server.asked if ask != ("page.test", "/page.html") and not OF_THE_BROWSER.search(ask[0])]
            self.assertIn(("page.test", "/page.html"), server.asked)
            self.assertEqual(others, [])

    def test_the_server_would_notice(self):
        """A page that does ask is caught, so that the test above means something."""
        with Server(b"<!DOCTYPE html><title>x</title><img src=\"http://elsewhere.test/a.png\">") as server:
            browser(self.folder, f"--host-resolver-rules=MAP * 127.0.0.1:{server.port}", f"--screenshot={self.folder}/x.png",
                    f"http://page.test:{server.port}/page.html")
            self.assertIn(("elsewhere.test", "/a.png"), server.asked)

    def test_works_at_every_width(self):
        for language, page in self.pages.items():
            for width in (1280, 500):
                probed = self.folder / "probed.html"
                text = page.read_text(encoding="utf-8")
                probed.write_text(text.replace("</body>", PROBE + "</body>"), encoding="utf-8")
                done = browser(self.folder, f"--window-size={width},900", "--dump-dom", f"file://{probed}")
                title = re.search(r"<title>(\{.*?\})</title>", done.stdout.decode("utf-8"))
                self.assertTrue(title, done.stderr.decode()[-400:])
                found = json.loads(title.group(1).replace("&amp;", "&"))
                self.assertGreater(found.pop("images"), 20)
                self.assertEqual(found, {"overflow": 0, "clipped": [], "broken": 0, "falls": True, "rises": True, "back": True,
                                         "tip": True, "gone": True}, f"{language}, {width} wide")

    def test_pictures(self):
        for language, page in self.pages.items():
            for name, width in (("wide", 1280), ("narrow", 500)):
                picture = PICTURES / f"page.{language}.{name}.png"
                browser(self.folder, f"--window-size={width},12000", f"--screenshot={picture}", f"file://{page}")
                self.assertGreater(picture.stat().st_size, 100_000)
            printed = PICTURES / f"page.{language}.printed.pdf"
            browser(self.folder, "--no-pdf-header-footer", f"--print-to-pdf={printed}", f"file://{page}")
            self.assertTrue(printed.read_bytes().startswith(b"%PDF-"))
        if shutil.which("pdftoppm"):
            for pdf in PICTURES.glob("*.pdf"):
                subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, pdf.with_suffix("")], check=True, timeout=180)

    def test_text_of_the_pdf_can_be_found(self):
        if not shutil.which("pdftotext"):
            self.skipTest("no pdftotext")
        for language, words in (("ja", ("資金繰り表", "損益分岐点", "ロカベン", "五つの分断")), ("en", ("Cash table", "Break-even", "Local Benchmark"))):
            text = subprocess.run(["pdftotext", "-layout", PICTURES / f"report.{language}.pdf", "-"], capture_output=True, check=True).stdout.decode()
            for word in words:
                self.assertTrue(word in text, word)
            self.assertTrue(re.search(r"Goho \d+\.\d+\.\d+", text), "digits beside letters")

    def test_valid(self):
        """The checker of the W3C where it is there (a jar, and Java), else HTML Tidy."""
        for page in self.pages.values():
            if VALIDATOR.is_file() and shutil.which("java"):
                done = subprocess.run(["java", "-jar", VALIDATOR, "--errors-only", page], capture_output=True, check=False, timeout=180)
                self.assertEqual(done.returncode, 0, done.stderr.decode()[:2000])
            elif shutil.which("tidy"):
                done = subprocess.run(["tidy", "-q", "-e", page], capture_output=True, check=False, timeout=60)
                self.assertNotEqual(done.returncode, 2, done.stderr.decode())
            else:
                self.skipTest("neither vnu.jar nor tidy")


if __name__ == "__main__":
    if not BROWSER:
        print("no Chromium here")
        sys.exit(77)
    unittest.main()
