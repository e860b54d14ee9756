"""The requests that webhooks make, and the responses they get."""

import base64
import json
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import quote, urlencode, urlsplit

from .events import Event
from .mustache import Context, render, render_all

TIMEOUT_SECONDS = 20.0
PART_BYTES = 512
MAX_RESPONSE_BYTES = 100 * 1024
USER_AGENT = "ParticleBot/1.1 (https://docs.particle.io/webhooks)"

_PATH_CHARACTERS = "/%:@!$&'()*+,;=~-._?"


class WebhookError(Exception):
    """Why a webhook got no good response; the text goes into the error event."""


@dataclass(frozen=True, kw_only=True)
class WebhookRequest:
    """A request as it goes out."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | None


@dataclass(frozen=True, kw_only=True)
class WebhookResponse:
    """What came back."""

    status: int
    content_type: str
    content: bytes


def variables(event: Event, event_id: str, secrets: dict[str, str], user_id: str) -> Context:
    """What the templates of a webhook may use for an event."""
    try:
        data: Any = json.loads(event.data or "")
    except ValueError:
        data = None
    fields = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
    whole = {
        "event": event.name,
        "data": event.data,
        "coreid": event.device_id,
        "published_at": event.published_at,
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    known: dict[str, Any] = {
        "PARTICLE_DEVICE_ID": event.device_id,
        "PARTICLE_EVENT_NAME": event.name,
        "PARTICLE_EVENT_VALUE": event.data,
        "PARTICLE_PUBLISHED_AT": event.published_at,
        "PARTICLE_EVENT_ID": event_id,
        "PARTICLE_EVENT_JSON": text,
        "PARTICLE_EVENT_BASE64": base64.b64encode(text.encode()).decode(),
        "SPARK_EVENT_VALUE": event.data,
        "PRODUCT_ID": event.product_id,
    }
    if event.product_id is not None:
        known |= {"PRODUCT_USER_ID": user_id, "PRODUCT_VERSION": event.version}
    return {**secrets, **fields, **known}


def build_request(settings: dict[str, Any], context: Context) -> WebhookRequest:
    """The request that a webhook with these settings makes."""
    method = str(settings.get("requestType", "POST"))
    headers = {"User-Agent": USER_AGENT}
    defaults: dict[str, Any] = {}
    if not settings.get("noDefaults"):
        defaults = {
            "event": context["PARTICLE_EVENT_NAME"],
            "data": context["PARTICLE_EVENT_VALUE"],
            "published_at": context["PARTICLE_PUBLISHED_AT"],
            "coreid": context["PARTICLE_DEVICE_ID"],
        }
    query: dict[str, Any] = render_all(settings.get("query") or {}, context)
    body: bytes | None = None
    if method == "GET":
        query = {**defaults, **render_all(settings.get("form") or {}, context), **query}
    elif "json" in settings:
        headers["Content-Type"] = "application/json"
        body = _json_body(settings["json"], defaults, context)
    elif "body" in settings:
        body = render(str(settings["body"]), context).encode()
    elif "form" in settings or method in ("POST", "PUT"):
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        form = {**defaults, **render_all(settings.get("form") or {}, context)}
        body = urlencode(_pairs(form)).encode()
    if "auth" in settings:
        auth = render_all(settings["auth"], context)
        credentials = f"{auth.get('username', '')}:{auth.get('password', '')}".encode()
        headers["Authorization"] = f"Basic {base64.b64encode(credentials).decode()}"
    for name, value in render_all(settings.get("headers") or {}, context).items():
        headers = {key: old for key, old in headers.items() if key.lower() != name.lower()}
        headers[name] = str(value)
    url = render(str(settings["url"]), context)
    if query:
        url += ("&" if "?" in url else "?") + urlencode(_pairs(query))
    return WebhookRequest(method=method, url=url, headers=headers, body=body)


def _json_body(template: Any, defaults: dict[str, Any], context: Context) -> bytes:
    rendered = render_all(template, context)
    if isinstance(rendered, str):
        try:
            rendered = json.loads(rendered)
        except ValueError:
            return str(rendered).encode()
    if isinstance(rendered, dict):
        rendered = {**defaults, **cast("dict[str, Any]", rendered)}
    return json.dumps(rendered, ensure_ascii=False, separators=(",", ":")).encode()


def _pairs(fields: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (name, value if isinstance(value, str) else "" if value is None else json.dumps(value))
        for name, value in fields.items()
    ]


def send(request: WebhookRequest, *, verify: bool) -> WebhookResponse:
    """Sends the request and waits for the response; WebhookError when there is none."""
    import http.client

    connection, target = _connect(request, verify=verify)
    try:
        connection.request(request.method, target, request.body, request.headers)
        response = connection.getresponse()
        content = response.read(MAX_RESPONSE_BYTES)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise WebhookError(f"{type(error).__name__}: {error}") from error
    finally:
        connection.close()
    return WebhookResponse(
        status=response.status,
        content_type=response.getheader("Content-Type") or "application/octet-stream",
        content=content,
    )


def _connect(request: WebhookRequest, *, verify: bool) -> tuple[Any, str]:
    import http.client
    import ssl

    try:
        url = urlsplit(request.url)
        host, port = url.hostname or "", url.port
    except ValueError:
        raise WebhookError(f"{request.url} is not a valid URL") from None
    if url.scheme not in ("http", "https") or not host:
        raise WebhookError(f"{request.url} is not a valid URL")
    if not is_loopback(host):
        raise WebhookError(f"the sandbox calls this machine only, not {host}")
    target = quote(url.path or "/", safe=_PATH_CHARACTERS)
    if url.query:
        target += "?" + quote(url.query, safe=_PATH_CHARACTERS)
    if url.scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=TIMEOUT_SECONDS), target
    context = ssl.create_default_context() if verify else ssl._create_unverified_context()
    return (
        http.client.HTTPSConnection(host, port, timeout=TIMEOUT_SECONDS, context=context),
        target,
    )


def is_loopback(host: str) -> bool:
    """Whether the host is this machine, without asking a name server."""
    import ipaddress

    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def error_of(request: WebhookRequest, response: WebhookResponse) -> str | None:
    """The text of the error event for a response that is none of success."""
    if 200 <= response.status < 300:
        return None
    return f"error status {response.status} from {urlsplit(request.url).hostname}"


def response_parts(
    settings: dict[str, Any], response: WebhookResponse, context: Context
) -> list[str]:
    """The response as the response events carry it."""
    content = response.content[:MAX_RESPONSE_BYTES]
    template = settings.get("responseTemplate")
    if template:
        content = _fill_in(template, content, context).encode()
    if settings.get("dataUrlResponseEvent"):
        kind = response.content_type.replace(" ", "")
        content = f"data:{kind};base64,{base64.b64encode(content).decode()}".encode()
    size = len(content) if settings.get("unchunked") else PART_BYTES
    parts = [content[start : start + size] for start in range(0, len(content), size or 1)]
    return [part.decode("utf-8", "replace") for part in parts] or [""]


def _fill_in(template: Any, content: bytes, context: Context) -> str:
    try:
        body: Any = json.loads(content)
    except ValueError:
        body = None
    fields = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
    filled = render_all(template, {**context, **fields})
    return filled if isinstance(filled, str) else json.dumps(filled, separators=(",", ":"))
