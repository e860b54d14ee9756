// Browsers start no worker from a file system, and the site's search is one. There an iframe stands
// in for it: it works in the page's thread, and has what a worker's script expects around it.
"use strict";

class FrameWorker extends EventTarget {
  constructor(url) {
    super();
    this.frame = document.createElement("iframe");
    this.frame.hidden = true;
    document.body.append(this.frame);
    const inner = this.frame.contentWindow;
    // Firefox would replace the first, empty document of a frame later, with all that is in it.
    inner.document.open();
    inner.document.write("<!doctype html><body></body>");
    inner.document.close();

    const load = (source) =>
      new Promise((resolve, reject) => {
        const script = inner.document.createElement("script");
        Object.assign(script, { src: source, onload: resolve, onerror: reject });
        inner.document.body.append(script);
      });
    inner.importScripts = async (...sources) => {
      for (const source of sources) await load(source);
    };
    inner.postMessage = (data) => this.tell(new MessageEvent("message", { data }));
    inner.addEventListener("error", ({ error, message }) =>
      this.tell(new ErrorEvent("error", { error, message })),
    );
    this.ready = load(url);
  }

  postMessage(data) {
    const event = new MessageEvent("message", { data: structuredClone(data) });
    this.ready.then(() => this.frame.contentWindow.dispatchEvent(event));
  }

  terminate() {
    this.frame.remove();
  }

  tell(event) {
    this.dispatchEvent(event);
    this[`on${event.type}`]?.(event);
  }
}

if (location.protocol === "file:") window.Worker = FrameWorker;
