import type { Instant } from '#contracts/common';
import {
  challengeBody,
  isAnswerable,
  readChallenge,
} from '../../../../cloudfunctions/attendance/domain/biometric-challenge';
import { readSoterResult } from '../../../../cloudfunctions/shared/biometric/soter-result';

const NONCE = 'AbCdEfGhIjKlMnOpQrSt_-';
const SIGNATURE = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const UNTIL = 1_790_000_000_000 as Instant;
const CHALLENGE = { siteId: 'S-1_a', version: 12, until: UNTIL, nonce: NONCE };
const SENT = `TXB1.S-1_a.12.mubbs7i8.${NONCE}.${SIGNATURE}`;

test('a phone gets the site, its version, the end and a nonce, without the employee number', () => {
  expect(challengeBody(CHALLENGE)).toBe(`TXB1.S-1_a.12.mubbs7i8.${NONCE}`);
});

test('the phone sends back what it got, and it is read as it was made', () => {
  expect(readChallenge(SENT)).toEqual({ challenge: CHALLENGE, signature: SIGNATURE });
});

test.each([
  ['something before it', `x${SENT}`],
  ['something after it', `${SENT}x`],
  ['another kind of code', SENT.replace('TXB1', 'TX1')],
  ['no site', SENT.replace('S-1_a', '')],
  ['a site of 33 characters', SENT.replace('S-1_a', 'S'.repeat(33))],
  ['a site with a path', SENT.replace('S-1_a', '../S')],
  ['a version that is no number', SENT.replace('.12.', '.1a.')],
  ['a version of seven digits', SENT.replace('.12.', '.1234567.')],
  ['an end in capitals', SENT.replace('mubbs7i8', 'MUBBS7I8')],
  ['an end of ten digits', SENT.replace('mubbs7i8', 'mubbs7i800')],
  ['a short nonce', SENT.replace(NONCE, NONCE.slice(1))],
  ['a nonce with other characters', SENT.replace(NONCE, NONCE.replace('_', '+'))],
  ['a short signature', SENT.slice(0, -1)],
  ['nothing', ''],
])('a challenge with %s is none', (_, text) => {
  expect(readChallenge(text)).toBeNull();
});

test.each([
  ['two minutes before its end', -120_000, true],
  ['at its end', 0, true],
  ['earlier than it can have been made', -120_001, false],
  ['after its end', 1, false],
])('a finger or a face %s', (_, offset, expected) => {
  expect(isAnswerable(CHALLENGE, UNTIL + offset)).toBe(expected);
});

test.each([
  ['what was signed, and the phone', '{"raw":"r","cpu_id":"c","uid":"u"}', { raw: 'r', cpuId: 'c' }],
  ['a phone that does not say which it is', '{"raw":"r"}', { raw: 'r', cpuId: null }],
  ['a phone without a name', '{"raw":"r","cpu_id":""}', { raw: 'r', cpuId: null }],
  ['a phone that is a number', '{"raw":"r","cpu_id":7}', { raw: 'r', cpuId: null }],
  ['nothing that was signed', '{"cpu_id":"c"}', null],
  ['something signed that is no text', '{"raw":1}', null],
  ['a text', '"raw"', null],
  ['null', 'null', null],
  ['no JSON', '{', null],
])('from the phone’s answer is read: %s', (_, json, expected) => {
  expect(readSoterResult(json)).toEqual(expected);
});
