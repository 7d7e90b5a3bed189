# The smallest browser on WebKitGTK that can be driven and has a profile on disk: MiniBrowser forgets everything when it is
# driven. Its argument is the folder of the profile. A script in preload.js of that folder runs before those of the page, in
# every tab that is opened afterwards.

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2

profile = pathlib.Path(sys.argv[1])
data = WebKit2.WebsiteDataManager(
    base_data_directory=str(profile / "data"), base_cache_directory=str(profile / "cache")
)
context = WebKit2.WebContext(website_data_manager=data)
context.set_automation_allowed(True)


def new_view(*_):
    content = WebKit2.UserContentManager()
    preload = profile / "preload.js"
    if preload.exists():
        frames = WebKit2.UserContentInjectedFrames.ALL_FRAMES
        start = WebKit2.UserScriptInjectionTime.START
        content.add_script(WebKit2.UserScript(preload.read_text(), frames, start, None, None))
    view = WebKit2.WebView(web_context=context, user_content_manager=content, is_controlled_by_automation=True)
    window = Gtk.Window()
    window.set_default_size(360, 780)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _: window.destroy())
    return view


def on_started(_, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("WebKitGTK")
    info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(info)
    session.connect("create-web-view::tab", new_view)
    session.connect("create-web-view::window", new_view)


context.connect("automation-started", on_started)
Gtk.main()
