import { CloudError } from '../cloud-error';

/**
 * The fields of a form as the SDK posts it (RFC 7578). Fields stay bytes: a browser's parser would decode a field
 * without a file name as text and corrupt a binary message.
 * @throws CloudError INVALID_PARAM if the body is not such a form
 */
export function multipartFields(contentType: string, body: Buffer): Map<string, Buffer> {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary) throw malformed();
  const fields = new Map<string, Buffer>();
  // Every delimiter but the first begins with the line break that ends the previous part.
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const text = Buffer.concat([Buffer.from('\r\n'), body]);
  let from = text.indexOf(delimiter);
  if (from < 0) throw malformed();
  for (;;) {
    const start = from + delimiter.length;
    if (text.subarray(start, start + 2).toString() === '--') return fields;
    const end = text.indexOf(delimiter, start);
    if (end < 0) throw malformed();
    const [name, value] = part(text.subarray(start, end));
    fields.set(name, value);
    from = end;
  }
}

function part(bytes: Buffer): [string, Buffer] {
  const headEnd = bytes.indexOf('\r\n\r\n');
  const [, name] = /\bname="([^"]*)"/.exec(bytes.subarray(0, Math.max(headEnd, 0)).toString()) ?? [];
  if (!name) throw malformed();
  return [name, bytes.subarray(headEnd + 4)];
}

function malformed(): CloudError {
  return new CloudError('INVALID_PARAM', 'The request is not a form with fields.');
}
