export function jsonResponse(value: unknown, status = 200): Response {
  return bytesResponse('application/json; charset=utf-8', JSON.stringify(value), status);
}

/** Browsers must not guess another content type. */
export function bytesResponse(type: string, body: string | Uint8Array, status = 200): Response {
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  return new Response(body as BodyInit, { status, headers });
}
