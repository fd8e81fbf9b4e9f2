export function jsonResponse(value: unknown, status = 200): Response {
  return bytesResponse('application/json; charset=utf-8', JSON.stringify(value), status);
}

/** No browser may take it for another type. */
export function bytesResponse(type: string, body: string | Uint8Array, status = 200): Response {
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  return new Response(body as BodyInit, { status, headers });
}
