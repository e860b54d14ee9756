// The console of the sandbox. What comes from outside is only ever put in as text.

const $ = (id) => document.getElementById(id);
const PERIOD = 250; // milliseconds between two questions for news
const KEPT = 2000; // events and requests that the page remembers
const ROW = 30; // pixels

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

// Talking to the sandbox

let token = new URLSearchParams(location.hash.slice(1)).get("token");
if (token) {
  sessionStorage.setItem("token", token);
  history.replaceState(null, "", location.pathname); // it isn't left in the address
}
token ??= sessionStorage.getItem("token");
let run = null;

async function api(method, path, body) {
  const headers = { Authorization: `Bearer ${token}` };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const response = await fetch(`api/${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (response.status === 401) {
    token = null;
    $("login").hidden = false;
  }
  if (!response.ok) throw new Error(answer.error ?? `status ${response.status}`);
  const now = response.headers.get("Sandbox-Run");
  if (run && run !== now) restarted();
  run = now;
  return answer;
}

function say(text, bad = false) {
  $("message").textContent = text;
  $("message").className = bad ? "bad" : "good";
  $("message").hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => ($("message").hidden = true), bad ? 15000 : 6000);
}

async function attempt(action) {
  try {
    const done = await action();
    if (done) say(done);
    await refresh();
  } catch (error) {
    say(error.message, true);
  }
}

const button = (text, action) => h("button", { type: "button", onclick: () => attempt(action) }, text);

// A form of fields [name, label, attributes]; `options` in the attributes make it a select.
function form(title, fields, verb, action) {
  const inputs = fields.map(([name, label, { options, ...attributes } = {}]) => {
    const input = options
      ? h("select", { name }, ...options.map((text) => h("option", {}, text)))
      : h("input", { name, autocomplete: "off", ...attributes });
    return h("label", {}, `${label} `, input);
  });
  const element = h("form", {}, h("b", {}, title), ...inputs, h("button", {}, verb));
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = {};
    for (const [name, , { type } = {}] of fields) {
      const input = element.elements[name];
      if (type === "checkbox") values[name] = input.checked;
      else if (type === "file") values[name] = input.files[0];
      else if (input.value !== "") values[name] = type === "number" ? +input.value : input.value;
    }
    attempt(() => action(values));
  });
  return element;
}

const number = (more = {}) => ({ type: "number", min: 0, required: true, ...more });
const required = { required: true };
const names = (text) => (text ?? "").split(",").map((name) => name.trim()).filter(Boolean);

function parsed(text = "") {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function facts(entries) {
  return entries.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value ?? "–")]);
}

function table(element, head, rows) {
  const cells = (tag, row) => h("tr", {}, ...row.map((cell) => h(tag, {}, cell ?? "–")));
  element.replaceChildren(cells("th", head), ...rows.map((row) => cells("td", row)));
  return element;
}

// Lists of which only the rows in sight exist

class List {
  constructor(id, columns, open) {
    Object.assign(this, { columns, open, items: [], count: 0, active: -1, rows: [] });
    this.space = h("div");
    this.element = h("div", { className: "list", tabIndex: 0, role: "listbox" }, this.space);
    this.element.setAttribute("aria-label", id.replace("-", " "));
    const head = columns.map(([label, name]) => h("span", { className: name }, label));
    $(id).append(h("div", { className: "row head" }, ...head), this.element);
    this.element.addEventListener("scroll", () => this.scrolled());
    this.element.addEventListener("keydown", (event) => this.key(event));
  }
  at(index) {
    return this.items[this.items.length - 1 - index]; // the newest is the first
  }
  scrolled() {
    this.draw();
  }
  get range() {
    const first = Math.floor(this.element.scrollTop / ROW);
    return [first, Math.ceil(this.element.clientHeight / ROW) + 1];
  }
  draw() {
    if (!this.element.clientHeight) return; // another view is shown
    this.space.style.height = `${this.count * ROW}px`;
    const [first, length] = this.range;
    while (this.rows.length < length) {
      const cells = this.columns.map(([, name]) => h("span", { className: name }));
      const row = h("div", { className: "row", role: "option" }, ...cells);
      row.id = `${this.element.parentElement.id}-${this.rows.length}`;
      row.addEventListener("click", () => this.choose(row.index));
      this.rows.push(row);
      this.space.append(row);
    }
    this.rows.forEach((row, position) => {
      const index = first + position;
      const item = index < this.count ? this.at(index) : undefined;
      row.hidden = position >= length || index >= this.count;
      if (row.hidden) return;
      row.index = index;
      row.style.transform = `translateY(${first * ROW}px)`;
      const key = item && (item.id ?? item.number);
      const active = item && key === this.active;
      row.classList.toggle("active", active);
      row.setAttribute("aria-selected", active);
      if (active) this.element.setAttribute("aria-activedescendant", row.id);
      this.columns.forEach(([, , show], column) => {
        const text = item ? String(show(item) ?? "") : column ? "" : "…";
        const cell = row.children[column];
        if (cell.textContent !== text) cell.textContent = text;
      });
    });
  }
  choose(index) {
    const item = this.at(index);
    if (!item) return;
    this.active = item.id ?? item.number;
    this.index = index;
    this.draw();
    attempt(() => this.open(item));
  }
  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = Math.min(Math.max((this.index ?? -1) + step, 0), this.count - 1);
    const top = index * ROW;
    const view = this.element;
    if (top < view.scrollTop) view.scrollTop = top;
    if (top + ROW > view.scrollTop + view.clientHeight) view.scrollTop = top + ROW - view.clientHeight;
    this.choose(index);
  }
}

// The last events or requests, with a filter and a pause
class Log extends List {
  constructor(kind, hint, columns, text, open) {
    const filter = h("input", { type: "search", id: `${kind}-filter`, placeholder: hint });
    const shown = h("output");
    const pause = h("button", { id: `${kind}-pause`, onclick: () => this.pause(!this.paused) }, "Pause");
    const bar = h("div", { className: "bar" }, h("label", {}, "Filter ", filter), pause,
      h("button", { onclick: () => this.clear() }, "Clear"), shown);
    $(`${kind}s`).append(h("div", {}, bar, h("div", { id: `${kind}-list` })),
      h("article", { id: kind, hidden: true }));
    super(`${kind}-list`, columns, open);
    Object.assign(this, { kind, text, filter, shown, button: pause, all: [], paused: false });
    filter.addEventListener("input", () => this.update());
  }
  pause(paused) {
    this.paused = paused;
    this.button.setAttribute("aria-pressed", paused);
    this.button.textContent = paused ? "Go on" : "Pause";
    this.update();
  }
  clear() {
    this.all = [];
    this.frozen = null;
    this.update();
  }
  add(items) {
    for (const item of items) {
      // A request comes again when its response has come.
      const known = this.kind === "request" ? this.all.findLastIndex((r) => r.number === item.number) : -1;
      if (known > -1) this.all[known] = item;
      else this.all.push(item);
    }
    if (this.all.length > KEPT) this.all = this.all.slice(-KEPT);
  }
  update() {
    this.frozen = this.paused ? (this.frozen ?? this.all.slice()) : null;
    const from = this.frozen ?? this.all;
    const wanted = this.filter.value.toLowerCase();
    this.items = wanted ? from.filter((item) => this.text(item).toLowerCase().includes(wanted)) : from;
    this.count = this.items.length;
    this.shown.textContent = `${this.count} of the last ${from.length}`;
    this.draw();
  }
}

// Charts

class Chart {
  constructor(title, close) {
    this.points = [];
    this.value = h("output");
    this.canvas = h("canvas", { role: "img" });
    this.title = title;
    const gone = close && button("Close", () => (close(), this.figure.remove()));
    const caption = h("figcaption", {}, h("b", {}, title), this.value, gone);
    this.figure = h("figure", {}, caption, this.canvas);
    $("charts").append(this.figure);
  }
  add(value) {
    this.points.push(value);
    if (this.points.length > 120) this.points.shift();
    this.value.textContent = String(+value.toPrecision(4));
    this.canvas.setAttribute("aria-label", `${this.title}: ${this.points.length} values, now ${this.value.textContent}`);
    if (current === "overview") this.draw();
  }
  draw() {
    const { canvas, points } = this;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const context = canvas.getContext("2d");
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    context.scale(devicePixelRatio, devicePixelRatio);
    const most = Math.max(...points);
    const least = Math.min(...points);
    const bottom = most - least > most / 2 ? Math.min(0, least) : least; // small changes fill it
    const span = most - bottom || 1;
    const y = (value) => height - 14 - ((value - bottom) / span) * (height - 28);
    context.fillStyle = getComputedStyle(this.value).color; // a variable would be light-dark(…)
    context.font = "11px sans-serif";
    context.fillText(String(+most.toPrecision(4)), 0, 10);
    context.fillText(String(+bottom.toPrecision(4)), 0, height - 2);
    context.strokeStyle = getComputedStyle(canvas).color;
    context.lineWidth = 1.5;
    context.beginPath();
    points.forEach((value, at) => context.lineTo((at * width) / Math.max(points.length - 1, 20), y(value)));
    context.stroke();
  }
}

const eventRate = new Chart("Events per second");
const requestRate = new Chart("Requests per second");
const tracked = new Map(); // of a variable or an event, by what it is called

function track(name, source) {
  if (!tracked.has(name)) {
    tracked.set(name, { ...source, chart: new Chart(name, () => tracked.delete(name)) });
  }
  show("overview");
}

// The numbers in an event's data: [path, value]
function numbersIn(data, path = "") {
  const value = typeof data === "string" ? parsed(data) : data;
  if (typeof value === "number") return [[path, value]];
  if (!value || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, each]) => numbersIn(each, path ? `${path}.${name}` : name));
}

// Views

let current = "devices";
const VIEWS = ["overview", "devices", "events", "requests", "faults", "products"];
for (const name of VIEWS) {
  const text = name[0].toUpperCase() + name.slice(1);
  $("tabs").append(h("button", { role: "tab", id: `tab-${name}`, onclick: () => show(name) }, text));
  $(name).setAttribute("role", "tabpanel");
  $(name).setAttribute("aria-labelledby", `tab-${name}`);
}

function show(name) {
  current = name;
  for (const each of VIEWS) {
    $(each).hidden = each !== name;
    $(`tab-${each}`).setAttribute("aria-selected", each === name);
  }
  refresh().catch(() => {}); // the next turn says what is wrong
}

const time = (text) => text.slice(11, 23);
const events = new Log(
  "event",
  "name, device or data",
  [
    ["Time", "", (e) => time(e.published_at)], ["Name", "", (e) => e.name],
    ["Device", "wide", (e) => e.device_id], ["Data", "", (e) => e.data],
  ],
  (e) => `${e.name} ${e.device_id} ${e.data}`,
  (e) => {
    const charts = numbersIn(e.data).map(([path]) => {
      const title = [e.name, path, "of", e.device_id].filter(Boolean).join(" ");
      const source = { event: e.name, device: e.device_id, path };
      return button(`Chart ${path || "the value"}`, () => track(title, source));
    });
    const entries = Object.entries(e).filter(([name]) => name !== "data");
    detail("event", h("h2", {}, e.name), h("div", { className: "bar" }, ...charts),
      h("pre", {}, e.data ?? "(no data)"), h("dl", {}, ...facts(entries.map(([n, v]) => [n, v && String(v)]))));
  },
);
const took = (r) => (r.seconds === null ? "…" : `${(r.seconds * 1000).toFixed(1)} ms`);
const requests = new Log(
  "request",
  "method, path, status or sender",
  [
    ["Time", "wide", (r) => time(r.at)], ["Method", "", (r) => r.method], ["Path", "", (r) => r.path],
    ["Status", "", (r) => r.status ?? "–"],
    ["Took", "wide", took],
    ["Sender", "wide", (r) => r.sender], ["Fault", "wide", (r) => r.fault],
  ],
  (r) => `${r.method} ${r.path} ${r.status} ${r.sender} ${r.fault}`,
  async (brief) => {
    const r = await api("GET", `requests/${brief.number}`);
    detail("request", h("h2", {}, `${r.method} ${r.path}`),
      h("dl", {}, ...facts([["Number", r.number], ["Time", r.at], ["Status", r.status], ["Took", took(r)],
        ["Sender", r.sender], ["User agent", r.user_agent], ["Fault", r.fault || null]])),
      h("h3", {}, "Request body"), h("pre", {}, r.request_body || "(none)"),
      h("h3", {}, "Response body"), h("pre", {}, r.response_body || "(none)"));
  },
);

function detail(id, ...children) {
  const close = button("Close", () => {
    $(id).hidden = true;
    $(`${id}-list`).querySelector(".list").focus(); // where the keyboard was before
  });
  $(id).replaceChildren(h("div", { className: "bar" }, close), ...children);
  $(id).hidden = false;
  $(id).scrollIntoView({ block: "nearest" }); // on a phone it is below the list
}

// Devices: the page asks for those in sight

class Devices extends List {
  at(index) {
    return this.items[index - this.first];
  }
  scrolled() {
    this.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), 60);
  }
  async load() {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const [first, length] = this.range;
    const search = encodeURIComponent($("device-search").value) + $("device-online").value;
    const found = await api("GET", `devices?search=${search}&offset=${first}&limit=${length}`);
    if (turn !== this.turn) return; // something else is wanted by now
    Object.assign(this, { first, items: found.devices, count: found.total });
    $("device-count").textContent = `${found.total} devices`;
    this.draw();
  }
}

const version = (d) => `v${d.firmware_version}${d.target_version > d.firmware_version ? ` → ${d.target_version}` : ""}`;
const devices = new Devices(
  "device-list",
  [
    ["State", "", (d) => (d.updating ? "◐ updating" : d.online ? "● online" : "○ offline")],
    ["Name", "", (d) => d.name], ["Id", "wide", (d) => d.id], ["Platform", "wide", (d) => d.platform],
    ["Product", "wide", (d) => d.product], ["Firmware", "", version],
  ],
  (d) => openDevice(d.id),
);
for (const id of ["device-search", "device-online"]) {
  $(id).addEventListener("input", () => attempt(() => ((devices.element.scrollTop = 0), devices.load())));
}
$("device-new").append(
  form("Add a device", [["name", "Name"], ["product", "Product"],
    ["claimed", "Claimed", { type: "checkbox", checked: true }]], "Add", async (fields) => {
    const made = await api("POST", "add_device", fields);
    await openDevice(made.id);
    return `Added ${made.name}`;
  }),
);

let device = null, opening = null;

async function openDevice(id) {
  const call = (name, body = {}) => api("POST", `devices/${id}/${name}`, body);
  const change = (fields) => api("PATCH", `devices/${id}`, fields);
  opening = id;
  const d = await api("GET", `devices/${id}`);
  if (opening !== id) return; // another one was chosen meanwhile
  device = { id, title: h("h2"), state: h("dl"), variables: h("table"), functions: h("datalist"), calls: h("pre") };
  device.functions.id = "functions";
  detail(
    "device",
    device.title,
    device.state,
    h(
      "div",
      { className: "bar" },
      button("Go online", () => call("go_online")),
      button("Go offline", () => call("go_offline")),
      button("Remove", async () => {
        await api("POST", "remove_device", { device: id });
        closeDevice();
        return "Removed";
      }),
    ),
    h("h3", {}, "Variables"),
    device.variables,
    h(
      "div",
      { className: "forms" },
      form("Set variable", [["name", "Name", required], ["value", "Value", required]], "Set", async (f) => {
        await change({ variables: { [f.name]: parsed(f.value) } });
      }),
      device.functions,
      form("Call function", [["name", "Name", { ...required, list: "functions", value: Object.keys(d.functions)[0] ?? "" }],
        ["argument", "Argument"]], "Call", async (f) => {
        const { return_value: value } = await call("call_function", f);
        return `${f.name} returned ${value}`;
      }),
      form("Publish", [["name", "Event", required], ["data", "Data"]], "Publish", (f) => call("publish", f).then(() => "Published")),
      form("Flash", [["version", "Version", number()]], "Flash", (f) =>
        api("POST", "flash", { device: id, ...f }).then(() => "Flashing has begun")),
      form("Change", [["name", "Name", { value: d.name }], ["groups", "Groups", { value: d.groups.join(", ") }],
        ["flash_outcome", "Updates end with", { options: ["success", "failed", "timeout"] }]],
        "Change", (f) => change({ ...f, groups: names(f.groups) }).then(() => "Changed")),
      form("Claim", [["claim_code", "Claim code", required]], "Claim", (f) => call("claim_with_code", f).then(() => "Claimed")),
    ),
    h("h3", {}, "Last function calls"),
    device.calls,
  );
  $("device").querySelector("[name=flash_outcome]").value = d.flash_outcome;
  drawDevice(d);
}

function closeDevice() {
  device = null;
  $("device").hidden = true;
}

function drawDevice(d) {
  if (device?.id !== d.id) return; // another one is shown by now
  device.title.textContent = d.name ?? d.id;
  device.state.replaceChildren(...facts([
    ["Id", d.id], ["State", d.updating ? "updating" : d.online ? "online" : "offline"], ["Owner", d.owner],
    ["Platform", d.platform], ["Product", d.product], ["Groups", d.groups.join(", ")], ["Firmware", version(d)],
    ["Updates end with", d.flash_outcome], ["Last heard", d.last_heard], ["Notes", d.notes],
  ]));
  table(device.variables, ["Name", "Value", "Type", ""], Object.entries(d.variables).map(([name, v]) => [
    name, String(v.value), v.type,
    ["int32", "double"].includes(v.type)
      ? button("Chart", () => track(`${name} of ${d.name}`, { device: d.id, variable: name })) : "",
  ]));
  device.functions.replaceChildren(...Object.keys(d.functions).map((value) => h("option", { value })));
  device.calls.textContent = d.calls.slice(-5).reverse().map((call) => call.join(": ")).join("\n") || "(none)";
}

// Faults

const STATUS = "status", RATE = "rate limit";
const FAULTS = {
  [STATUS]: ({ value = 503, ...rest }) => ["add", { status: value, ...rest }],
  delay: ({ value = 2, ...rest }) => ["add", { delay: value, ...rest }],
  [RATE]: ({ value = 30, ...rest }) => ["rate_limit", { retry_after: value, ...rest }],
  drop: ({ value, ...rest }) => ["drop", rest],
  stall: ({ value, ...rest }) => ["stall", rest],
  garbage: ({ value, ...rest }) => ["garbage", rest],
};
const addFault = ({ kind, ...fields }) => {
  const [method, body] = FAULTS[kind](fields);
  return api("POST", `faults/${method}`, body).then((made) => `Added: ${made.effect}`);
};
$("fault-presets").append(
  button("Next request: 503", () => addFault({ kind: STATUS, times: 1 })),
  button("Rate limit all", () => addFault({ kind: RATE })),
  button("Slow: 2 s", () => addFault({ kind: "delay" })),
  button("Every tenth connection breaks", () => addFault({ kind: "drop", probability: 0.1 })),
  button("Devices' calls stall", () => addFault({ kind: "stall", target: "callFunction" })),
  button("Clear all", () => api("POST", "faults/clear", {})),
);
$("fault-new").append(
  form("Add a fault", [
    ["kind", "Kind", { options: Object.keys(FAULTS) }],
    ["target", "Operation", { list: "operations", placeholder: "every request" }],
    ["value", "Status or seconds", number({ required: false, step: "any" })],
    ["times", "Times", number({ required: false, min: 1 })],
    ["probability", "Probability", number({ required: false, max: 1, step: "any" })],
  ], "Add", addFault),
);

function drawFaults(faults) {
  const text = JSON.stringify(faults);
  if (text === drawFaults.last) return;
  drawFaults.last = text;
  table($("fault-list"), ["Effect", "Operation", "Hits", "Times", "Probability", ""], faults.map((f) => [
    f.effect, f.target ?? "every request", String(f.hits), f.times && String(f.times), String(f.probability),
    h("span", { className: "bar" }, button("Release", () => api("POST", `faults/${f.id}/release`, {})),
      button("Remove", () => api("POST", `faults/${f.id}/remove`, {}))),
  ]));
}

// Products

$("product-new").append(
  form("Add a product", [["name", "Name", required], ["groups", "Groups"]], "Add", (f) =>
    api("POST", "add_product", { ...f, groups: names(f.groups) }).then((made) => `Added ${made.slug}`)),
);
const cards = new Map();

function drawProducts(products) {
  for (const p of products) {
    if (!cards.has(p.id)) cards.set(p.id, productCard(p));
    const { title, firmware, card } = cards.get(p.id);
    if (!card.isConnected) $("product-list").append(card);
    title.textContent = `${p.slug} (${p.id}), platform ${p.platform_id}: ${p.online} of ${p.devices} devices online; ` +
      `groups: ${p.groups.join(", ") || "none"}`;
    const versions = new Set([...Object.keys(p.firmware), ...Object.keys(p.running)]);
    table(firmware, ["Version", "Title", "Released to", "Devices"], [...versions].map((v) => {
      const f = p.firmware[v];
      const released = f && [f.product_default ? "all" : "", ...f.groups].filter(Boolean).join(", ");
      return [v, f?.title, released || "nobody", String(p.running[v] ?? 0)];
    }));
  }
  for (const [id, { card }] of cards) {
    if (!products.some((p) => p.id === id)) cards.delete(id), card.remove();
  }
}

function productCard(p) {
  const title = h("p");
  const firmware = h("table");
  const forms = h(
    "div",
    { className: "forms" },
    form("Add firmware", [["version", "Version", number()], ["title", "Title"]], "Add", (f) =>
      api("POST", "add_firmware", { product: p.id, ...f }).then(() => `Added version ${f.version}`)),
    form("Release", [["version", "Version", number()], ["groups", "Groups"],
      ["product_default", "To all", { type: "checkbox" }], ["immediate", "Now", { type: "checkbox" }]],
      "Release", (f) => api("POST", "release_firmware", { product: p.id, ...f, groups: names(f.groups) })
        .then(() => `Released version ${f.version}`)),
  );
  return { title, firmware, card: h("div", { className: "card" }, h("h2", {}, p.name), title, firmware, forms) };
}

// The sandbox as a whole

$("sandbox").append(
  h(
    "div",
    { className: "bar" },
    button("New claim code", async () => {
      const code = await api("POST", "create_claim_code", {});
      $("access").append(...facts([["Claim code", code]]));
    }),
    button("End all event streams", () => api("POST", "disconnect_streams", {}).then(() => "Ended")),
    button("Save the state", async () => {
      const text = JSON.stringify(await api("GET", "state"), null, 1);
      const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      h("a", { href, download: "state.json" }).click();
      setTimeout(() => URL.revokeObjectURL(href), 1000);
    }),
    button("Reset", () => api("POST", "reset", {}).then(() => (clearAll(), "It is a new sandbox"))),
  ),
  form("Load a state", [["file", "File", { type: "file", required: true }]], "Load", async (f) => {
    await api("PUT", "state", JSON.parse(await f.file.text()));
    clearAll();
    return "Loaded";
  }),
  form("Move the clock", [["seconds", "Seconds", number()]], "Forward", (f) => api("POST", "advance_time", f)),
  form("Publish", [["name", "Event", required], ["data", "Data"]], "Publish", (f) => api("POST", "publish", f).then(() => "Published")),
);

function drawAccess(info) {
  if (drawAccess.last === info.access_token) return;
  drawAccess.last = info.access_token;
  const secret = h("dd", {}, "••• ");
  secret.append(button("Show", () => void (secret.textContent = info.access_token)));
  secret.append(button("Copy", () => navigator.clipboard.writeText(info.access_token).then(() => "Copied")));
  $("access").replaceChildren(...facts([["PARTICLE_BASE_URL", location.origin]]),
    h("dt", {}, "PARTICLE_ACCESS_TOKEN"), secret, ...facts([["Account", info.account.username]]));
}

// What goes on

let published = 0, changes = 0, last = null;

function clearAll() {
  events.clear();
  requests.clear();
  closeDevice();
}

function restarted() {
  published = changes = 0;
  last = null;
  clearAll();
  say("The sandbox was restarted.");
}

function rates(info) {
  const now = performance.now();
  if (last && now - last.now >= 950) {
    const seconds = (now - last.now) / 1000;
    const rate = (now, before) => Math.max(0, Math.round((10 * (now - before)) / seconds) / 10);
    eventRate.add(rate(info.published, last.published));
    requestRate.add(rate(info.requests_seen, last.requests));
  }
  if (!last || now - last.now >= 950) last = { now, published: info.published, requests: info.requests_seen };
}

async function news() {
  const info = await api("GET", `news?published=${published}&changes=${changes}`);
  ({ published, changes } = info);
  events.add(info.events);
  requests.add(info.requests);
  for (const { event, device, path, chart } of tracked.values()) {
    for (const e of info.events) {
      const found = e.name === event && e.device_id === device && numbersIn(e.data).find(([name]) => name === path);
      if (found) chart.add(found[1]);
    }
  }
  rates(info);
  const counts = {
    devices: `${info.online} of ${info.devices} online`, "events/s": eventRate.value.textContent,
    "requests/s": requestRate.value.textContent, streams: info.open_streams,
  };
  $("counts").replaceChildren(...Object.entries(counts).map(([name, value]) =>
    h("div", {}, h("dt", {}, name), h("dd", {}, String(value)))));
  drawFaults(info.faults);
  drawAccess(info);
  if (current === "events") events.update();
  if (current === "requests") requests.update();
}

async function refresh() {
  if (!token) return;
  if (current === "devices") {
    await devices.load();
    if (device) await api("GET", `devices/${device.id}`).then(drawDevice, closeDevice);
  }
  if (current === "products") drawProducts(await api("GET", "products"));
  for (const { variable, device: id, chart } of tracked.values()) {
    if (variable) await api("POST", `devices/${id}/read_variable`, { name: variable }).then((r) => chart.add(+r.value), () => {});
  }
}

async function follow() {
  for (let turn = 0; token; turn++) {
    try {
      await news();
      if (turn % 4 === 0) await refresh();
      $("connection").textContent = "Connected";
      $("connection").className = "";
    } catch (error) {
      $("connection").textContent = token ? "No connection: trying again …" : "The token is wrong";
      $("connection").className = "lost";
    }
    await new Promise((done) => setTimeout(done, document.hidden ? 2000 : PERIOD));
  }
}

$("login").addEventListener("submit", (event) => {
  event.preventDefault();
  token = event.target.querySelector("input").value.trim();
  sessionStorage.setItem("token", token);
  $("login").hidden = true;
  follow();
});
$("login").hidden = !!token;
if (!token) $("connection").textContent = "The admin token is needed";
fetch("operations.json").then((response) => response.json()).then((operations) =>
  $("operations").append(...operations.map((each) => h("option", { value: each.operation_id }))));
show("devices");
follow();
