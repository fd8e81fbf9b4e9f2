import { Reader, Writer } from 'protobufjs/minimal';
import { CloudError } from '../cloud-error';

/** One parameter of an open API: JSON, or the bytes of a media file. */
export interface WireParam {
  value: Buffer;
  /** Of a media file; absent for JSON. The SDK has a field for the content type too and leaves it empty. */
  fileName?: string;
}

export interface WireReply extends Record<string, unknown> {
  contentType: string;
  bytes: Uint8Array;
}

/** Tags of protocol buffers: field number × 8 + wire type. */
const DATA = 2;
const PAIR = 1;
const KEY = 1;
const VALUE = 2;
const FILE_NAME = 4;

/**
 * Reads the SDK's CommApiData: field 2 holds pairs (field 1), a pair is key (1), value (2), file name (4).
 * @throws CloudError INVALID_PARAM if the bytes are not such a message
 */
export function decodeRequest(bytes: Uint8Array): Map<string, WireParam> {
  const params = new Map<string, WireParam>();
  try {
    forEachField(Reader.create(bytes), DATA, (data) =>
      forEachField(data, PAIR, (pair) => {
        const { key, ...param } = decodePair(pair);
        params.set(key, param);
      }),
    );
  } catch {
    throw new CloudError('INVALID_PARAM', 'The request data of the open API cannot be read.');
  }
  return params;
}

/** Writes a CommOpenApiResp: data (1), content type (2), error code (3), HTTP code (4). */
export function encodeReply({ contentType, bytes }: WireReply): Uint8Array {
  const writer = Writer.create();
  writer.uint32(tag(1, LENGTH)).bytes(bytes).uint32(tag(2, LENGTH)).string(contentType);
  writer.uint32(tag(3, VARINT)).int32(0).uint32(tag(4, VARINT)).uint32(200);
  return writer.finish();
}

const VARINT = 0;
const LENGTH = 2;

function tag(field: number, wireType: number): number {
  return field * 8 + wireType;
}

/** Hands out a reader for every nested message in `field`; other fields are skipped. */
function forEachField(reader: Reader, field: number, read: (nested: Reader) => void): void {
  while (reader.pos < reader.len) {
    const found = reader.uint32();
    if (found === tag(field, LENGTH)) read(Reader.create(reader.bytes()));
    else reader.skipType(found & 7);
  }
}

function decodePair(reader: Reader): WireParam & { key: string } {
  const pair: WireParam & { key: string } = { key: '', value: Buffer.alloc(0) };
  while (reader.pos < reader.len) {
    const found = reader.uint32();
    if (found === tag(KEY, LENGTH)) pair.key = reader.string();
    else if (found === tag(VALUE, LENGTH)) pair.value = Buffer.from(reader.bytes());
    else if (found === tag(FILE_NAME, LENGTH)) pair.fileName = reader.string();
    else reader.skipType(found & 7);
  }
  return pair;
}
