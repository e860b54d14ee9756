// The console of the sandbox. What comes from outside is only ever put in as text.

const PERIOD = 250; // milliseconds between two questions for news
const KEPT = 2000; // events and requests that the page remembers
const SHOWN = 100; // how many of them, and of the devices, it shows at once
const POINTS = 120; // of a chart

const $ = (selector, within = document) => within.querySelector(selector);
const words = (name) => name.replaceAll("_", " ");

function h(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function text(value) {
  if (value == null || value === "") return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function put(selector, shown, className = "") {
  const element = $(selector);
  element.className = className;
  if (element.textContent !== shown) element.textContent = shown; // a selection in it stays
}

function suggest(id, values) {
  const list = document.getElementById(id);
  if (list.textContent === values.join("")) return; // it may be open
  list.replaceChildren(...values.map((value) => h("option", {}, value)));
}

async function attempt(action = () => {}) {
  try {
    await action();
    await refresh();
  } catch (error) {
    put("#message", error.message, "bad");
  }
}

// What the tables show: fields of an item, and functions of it. A phone shows the first three.

const time = (item) => (item.at ?? item.published_at).slice(11, 23);
const took = (r) => (r.seconds === null ? "…" : `${(r.seconds * 1000).toFixed(1)} ms`);
const state = (d) => (d.updating ? "◐ updating" : d.online ? "● online" : "○ offline");
const target = (d) => (d.target_version > d.firmware_version ? ` → ${d.target_version}` : "");
const version = (d) => `v${d.firmware_version}${target(d)}`;
const operation = (f) => f.target ?? "every request";
const online = (p) => `${p.online} of ${p.devices}`;
const groups = (item) => item.groups.join(", ");
const devicesOf = ([version, devices]) => `v${version}: ${devices}`;
const running = (p) => Object.entries(p.running).map(devicesOf).join(", ");

const COLUMNS = {
  device: [state, "name", version, "product", "platform", "id"],
  variable: ["name", "value", "type"],
  event: [time, "name", "data", "device_id"],
  request: ["method", "path", "status", took, "sender", "fault", time],
  fault: ["effect", operation, "hits", "times", "probability"],
  product: ["slug", "name", online, groups, running],
  firmware: ["product", "version", "title", "product_default", groups],
};

// The forms: what the button says, what it calls, and the fields. In an article {id} and a hidden
// field are the key of what it shows.

const required = { required: "" };
const number = { type: "number", min: 0, required: "" };
const checkbox = { type: "checkbox" };
const checked = { type: "checkbox", checked: "" };
const product = { list: "slugs" };
const hidden = { type: "hidden" };
const token = { type: "password", required: "", pattern: "\\s*[!-~]+\\s*" }; // fits a header
const how = { product_default: checkbox, immediate: checkbox };
const outcome = { options: ["success", "failed", "timeout"] };

const FORMS = {
  "#login": [["Open", "login", { token }]],
  "#overview": [
    ["New claim code", "POST create_claim_code"],
    ["End all event streams", "POST disconnect_streams"],
    ["Reset", "POST reset"],
    ["Save the state", "GET state"],
    ["Load the state", "PUT state", { file: { type: "file", required: "" } }],
    ["Move the clock", "POST advance_time", { seconds: number }],
    ["Publish", "POST publish", { name: required, data: {} }],
  ],
  "#devices": [["Add a device", "POST add_device", { name: {}, product, claimed: checked }]],
  "#device": [
    ["Go online", "POST devices/{id}/go_online"],
    ["Go offline", "POST devices/{id}/go_offline"],
    ["Remove", "POST remove_device", { device: hidden }],
    ["Set", "PATCH devices/{id}", { variable: required, value: required }],
    ["Call", "POST devices/{id}/call_function", { name: { list: "functions" }, argument: {} }],
    ["Publish", "POST devices/{id}/publish", { name: required, data: {} }],
    ["Flash", "POST flash", { device: hidden, version: number }],
    ["Claim", "POST devices/{id}/claim_with_code", { claim_code: required }],
    ["Change", "PATCH devices/{id}", { name: {}, groups: {}, flash_outcome: outcome }],
  ],
  "#faults": [["Clear all", "POST faults/clear"]],
  "#products": [
    ["Add a product", "POST add_product", { name: required, groups: {} }],
    ["Add firmware", "POST add_firmware", { product, version: number, title: {} }],
    ["Release", "POST release_firmware", { product, version: number, groups: {}, ...how }],
  ],
};

function form(verb, call, fields = {}) {
  const labels = Object.entries(fields).map(([name, { options = [], ...attributes }]) => {
    const input = h(options.length ? "select" : "input", { name, autocomplete: "off" });
    input.append(...options.map((option) => h("option", {}, option)));
    Object.entries(attributes).forEach((attribute) => input.setAttribute(...attribute));
    return h("label", { hidden: input.type === "hidden" }, words(name), " ", input);
  });
  return h("form", { name: verb }, h("button", { value: call }, verb), ...labels);
}

for (const [selector, forms] of Object.entries(FORMS)) {
  $(selector).append(...forms.map((each) => form(...each)));
}
for (const article of document.querySelectorAll("article")) {
  article.prepend(form("Close", "close"), h("h2"));
  article.append(h("dl"));
}

// Asking the sandbox

const given = new URLSearchParams(location.hash.slice(1)).get("token");
if (given) {
  sessionStorage.token = given;
  history.replaceState(null, "", location.pathname); // it isn't left in the address
}
let run = null;

async function api(method, path, body) {
  const Authorization = `Bearer ${sessionStorage.token}`;
  const headers = { Authorization, "Content-Type": "application/json" };
  const response = await fetch(`api/${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (response.status === 401) delete sessionStorage.token;
  if (!response.ok) throw new Error(answer.error ?? `status ${response.status}`);
  const now = response.headers.get("Sandbox-Run");
  if (run && run !== now) {
    beginAnew();
    put("#message", "The sandbox was restarted.");
  }
  run = now;
  return answer;
}

// Shows items in a table. A row that stays is changed in place, so that it keeps the focus;
// `finish` adds to a new one what isn't text.
function fill(kind, items, finish) {
  const table = document.getElementById(`${kind}-list`);
  const columns = COLUMNS[kind];
  if (!table.tHead) {
    const heads = columns.map((column) => h("th", {}, words(column.name ?? column)));
    table.createTHead().append(h("tr", {}, ...heads));
  }
  const body = table.tBodies[0] ?? table.createTBody();
  const keyed = new Map(items.map((item) => [text(item.slug ?? item.id ?? item.number), item]));
  const rows = new Map([...body.rows].map((row) => [row.dataset.key, row]));
  for (const [key, row] of rows) {
    if (!keyed.has(key)) row.remove();
  }
  let next = body.rows[0] ?? null;
  for (const [key, item] of keyed) {
    let row = rows.get(key);
    if (!row) {
      row = h("tr", {}, ...columns.map(() => h("td", {}, "")));
      row.dataset.key = key;
      finish?.(row, item);
    }
    columns.forEach((column, at) => {
      const shown = text(typeof column === "function" ? column(item) : item[column]);
      const node = row.cells[at].firstChild;
      if (node.data !== shown) node.data = shown;
    });
    if (row === next) next = row.nextElementSibling;
    else body.insertBefore(row, next);
  }
}

// Shows items in a list, whose rows open an article. Each has a radio button, for the keyboard.
function list(kind, items) {
  fill(kind, items, (row, item) => {
    const value = row.dataset.key;
    const radio = h("input", { type: "radio", name: kind, value, ariaLabel: item.name ?? value });
    radio.addEventListener("change", () => attempt(() => open(kind, value)));
    row.cells[0].append(radio);
    row.addEventListener("click", () => {
      radio.focus();
      radio.click();
    });
  });
}

// The last events or requests, with a filter and a pause
class Log {
  all = [];
  shown = [];
  constructor(kind) {
    this.kind = kind;
    this.output = h("output");
    this.form = form("Clear", "", { filter: { type: "search" }, pause: checkbox });
    const clear = $("button", this.form);
    clear.type = "reset";
    this.form.append(clear, this.output);
    this.form.addEventListener("input", () => this.draw());
    this.form.addEventListener("reset", () => (this.all = []));
    $(`#${kind}s`).prepend(this.form);
  }
  add(items) {
    // A request comes again when its response has come.
    const known = new Map([...this.all, ...items].map((item) => [item.number, item]));
    this.all = [...known.values()].slice(-KEPT);
  }
  draw() {
    const { filter, pause } = this.form.elements;
    if (!pause.checked) this.shown = this.all;
    const wanted = filter.value.toLowerCase();
    const found = this.shown.filter((item) =>
      Object.values(item).join(" ").toLowerCase().includes(wanted),
    );
    list(this.kind, found.slice(-SHOWN).reverse());
    this.output.textContent = `${found.length} of the last ${this.shown.length}`;
  }
}

const logs = { events: new Log("event"), requests: new Log("request") };

// Charts

const charts = new Map(); // by title: what adds the newest values

function chart(title, values) {
  if (charts.has(title)) return;
  const figure = $("template").content.cloneNode(true).firstElementChild;
  $("b", figure).textContent = title;
  $("button", figure).addEventListener("click", () => {
    charts.delete(title);
    figure.remove();
  });
  $("#charts").append(figure);
  let points = [];
  charts.set(title, async () => {
    points = [...points, ...(await values())].filter(Number.isFinite).slice(-POINTS);
    if (!points.length) return;
    const [least, most] = [Math.min(...points), Math.max(...points)];
    const bottom = most - least > most / 2 ? Math.min(0, least) : least; // small changes fill it
    const y = (point) => 100 - (100 * (point - bottom)) / (most - bottom || 1);
    const line = points.map((point, x) => `${x},${y(point)}`).join(" ");
    const [low, high, now] = [bottom, most, points.at(-1)].map((each) => +each.toPrecision(4));
    $("polyline", figure).setAttribute("points", line);
    $("output", figure).textContent = now;
    $("small", figure).textContent = `${low} to ${high}`;
    $("svg", figure).ariaLabel = `${title}: ${points.length} values, now ${now}`;
  });
}

function chartButton(label, title, values) {
  const onclick = () => {
    chart(title, values);
    location.hash = "overview";
  };
  return h("button", { onclick }, label);
}

// The numbers in an event's data, by path
function numbersIn(data, path = "") {
  const value = typeof data === "string" ? parsed(data) : data;
  if (typeof value === "number") return { [path]: value };
  if (!value || typeof value !== "object") return {};
  const inside = Object.entries(value).map(([name, each]) =>
    numbersIn(each, path ? `${path}.${name}` : name),
  );
  return Object.assign({}, ...inside);
}

// What is in the articles beside the lists, besides facts
const FURTHER = {
  device(article, d, isOther) {
    $("h2", article).append(` ${state(d)}`);
    const variables = Object.entries(d.variables).map(([name, each]) => {
      return { ...each, name, id: [d.id, name, each.type].join(" ") };
    });
    fill("variable", variables, (row, { name, type }) => {
      if (!["int32", "double"].includes(type)) return;
      const path = `devices/${d.id}/read_variable`;
      const values = async () => [+(await api("POST", path, { name })).value];
      row.append(h("td", {}, chartButton("Chart", `${name} of ${d.name ?? d.id}`, values)));
    });
    if (!isOther) return; // what somebody types stays
    const functions = Object.keys(d.functions);
    suggest("functions", functions);
    document.forms.Call.elements.name.value = functions[0] ?? "";
    for (const name of ["name", "groups", "flash_outcome"]) {
      document.forms.Change.elements[name].value = d[name] ?? "";
    }
  },
  event(article, { name, device_id: device, data }) {
    const buttons = Object.keys(numbersIn(data)).map((path) => {
      const values = async () =>
        logs.events.all
          .filter((e) => e.number > before.published && e.name === name && e.device_id === device)
          .map((e) => numbersIn(e.data)[path])
          .filter((value) => value !== undefined);
      return chartButton(`Chart ${path}`, `${name} ${path} of ${device}`, values);
    });
    $("p", article).replaceChildren(...buttons);
  },
};

async function open(kind, key) {
  const article = document.getElementById(kind);
  const isOther = article.dataset.key !== key;
  article.dataset.key = key;
  const item =
    kind === "event"
      ? logs.events.shown.find((e) => String(e.number) === key)
      : await api("GET", `${kind}s/${key}`);
  if (article.dataset.key !== key) return; // another one was chosen meanwhile
  const facts = Object.entries(item).flatMap(([name, value]) => [words(name), text(value)]);
  const shown = $("dl", article);
  if (!shown.firstChild) shown.append(...facts.map((_, at) => h(at % 2 ? "dd" : "dt")));
  facts.forEach((fact, at) => {
    const node = shown.children[at];
    if (node.textContent !== fact) node.textContent = fact; // a selection in it stays
  });
  $("h2", article).textContent = item.name ?? item.id ?? `${item.method} ${item.path}`;
  FURTHER[kind]?.(article, item, isOther);
  article.hidden = false;
  if (isOther) article.scrollIntoView({ block: "nearest" }); // a phone has it below
}

function close(article) {
  article.hidden = true;
  article.dataset.key = "";
  const chosen = $(`input[name=${article.id}]:checked`);
  if (!chosen) return;
  chosen.checked = false;
  chosen.focus(); // where the keyboard was before
}

// Pressing the buttons of forms

// The fields of a form. Those in a fieldset are only for the buttons there.
function fieldsOf(form, button) {
  const fields = {};
  for (const input of form.elements) {
    const { name, type, value } = input;
    const fieldset = input.closest("fieldset");
    if (!name || (fieldset && fieldset !== button.closest("fieldset"))) continue;
    if (type === "checkbox") fields[name] = input.checked;
    else if (type === "hidden") fields[name] = form.closest("article").dataset.key;
    else if (type === "file") fields[name] = input.files[0];
    else if (name === "groups") fields[name] = value.match(/[^\s,]+/g) ?? [];
    else if (value) fields[name] = type === "number" ? input.valueAsNumber : value;
  }
  return fields;
}

async function press(form, button) {
  const article = form.closest("article");
  if (button.value === "close") return close(article);
  if (button.value === "POST reset" && !confirm("Remove all devices, products and events?")) return;
  let body = fieldsOf(form, button);
  if (body.token) {
    sessionStorage.token = body.token;
    return follow();
  }
  if (body.variable) body = { variables: { [body.variable]: parsed(body.value) } };
  if (body.file) body = JSON.parse(await body.file.text());
  const [method, path] = button.value.replace("{id}", article?.dataset.key).split(" ");
  const answer = await api(method, path, method === "GET" ? undefined : body);
  if (path === "add_device") await open("device", answer.id);
  if (path === "create_claim_code") document.forms.Claim.elements.claim_code.value = answer;
  if (button.value === "GET state") save(answer);
  if (["PUT state", "POST reset"].includes(button.value)) beginAnew();
  const result = answer?.return_value ?? answer?.effect ?? answer?.name ?? answer;
  put("#message", `${button.textContent}: ${typeof result === "object" ? "OK" : result}`, "good");
}

addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter) attempt(() => press(event.target, event.submitter));
});

function save(state) {
  const file = new Blob([JSON.stringify(state, null, 1)], { type: "application/json" });
  h("a", { href: URL.createObjectURL(file), download: "state.json" }).click();
}

// What goes on

let news, before; // what came last, and about a second ago
const view = () => location.hash.slice(1) || "overview";

function beginAnew() {
  news = { published: 0, changes: 0 };
  before = null;
  logs.events.all = logs.requests.all = [];
  document.querySelectorAll("article:not([hidden])").forEach(close);
}

// Gets what is in sight
const REFRESH = {
  async devices() {
    const { search, online, from } = document.forms.filter.elements;
    const query = new URLSearchParams({ search: search.value, limit: SHOWN });
    query.set("offset", Math.max(from.value - 1, 0));
    if (online.value) query.set("online", online.value);
    const { devices, total } = await api("GET", `devices?${query}`);
    list("device", devices);
    $("output", document.forms.filter).textContent = `${total} devices`;
    const { key } = $("#device").dataset;
    if (key) await open("device", key).catch(() => close($("#device")));
  },
  events: () => logs.events.draw(),
  requests: () => logs.requests.draw(),
  faults() {
    fill("fault", news.faults ?? [], (row, { id }) => {
      const buttons = ["release", "remove"].map((verb) => form(verb, `POST faults/${id}/${verb}`));
      row.append(h("td", {}, ...buttons));
    });
  },
  async products() {
    const products = await api("GET", "products");
    const firmware = products.flatMap((p) =>
      Object.values(p.firmware).map((f) => ({ ...f, product: p.slug })),
    );
    fill("product", products);
    fill("firmware", firmware);
    suggest("slugs", products.map((p) => p.slug));
  },
};

const refresh = () => sessionStorage.token && REFRESH[view()]?.();

document.forms.filter.addEventListener("input", ({ target }) => {
  if (target.name !== "from") target.form.elements.from.value = 1;
  attempt();
});

async function takeNews() {
  const last = news;
  const found = await api("GET", `news?published=${last.published}&changes=${last.changes}`);
  if (last !== news) return; // another sandbox began meanwhile
  news = { ...found, at: performance.now() };
  before ??= news;
  logs.events.add(news.events);
  logs.requests.add(news.requests);
  if (["events", "requests", "faults"].includes(view())) refresh();
  put("#counts", `${news.online} of ${news.devices} devices online, ${news.open_streams} streams`);
  put("#url", location.origin);
  put("#token", news.access_token);
}

async function follow() {
  $("#login").hidden = true;
  while (sessionStorage.token) {
    try {
      await takeNews();
      if (news.at - before?.at > 950) {
        for (const add of charts.values()) await add().catch(() => {}); // it may be offline
        before &&= news;
        await refresh();
      }
      put("#connection", "Connected", "good");
    } catch {
      put("#connection", "No connection: trying again …", "bad");
    }
    await new Promise((done) => setTimeout(done, document.hidden ? 2000 : PERIOD));
  }
  put("#connection", "The admin token is missing or wrong", "bad");
  $("#login").hidden = false;
}

function look() {
  if (location.hash.startsWith("#token=")) location.reload(); // the address of another sandbox
  for (const link of document.querySelectorAll("nav a")) {
    link.ariaCurrent = link.hash === `#${view()}` ? "page" : null;
  }
  put("#message", "");
  attempt();
}

const rate = (name) => async () => [((news[name] - before[name]) * 1000) / (news.at - before.at)];
chart("Events per second", rate("published"));
chart("Requests per second", rate("requests_seen"));
beginAnew();
look();
addEventListener("hashchange", look);
follow();
const operations = await (await fetch("operations.json")).json();
suggest("operations", operations.map((each) => each.operation_id));
