import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeLog } from './decode.ts';

const TEXT = 'fatal: early EOF\n致命错误：过早的文件结束符\n';

test('a log is read in the encoding that it is written in', () => {
  const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
  assert.equal(decodeLog(Buffer.from(TEXT)), TEXT);
  assert.equal(decodeLog(Buffer.from(`\ufeff${TEXT}`)), TEXT);
  assert.equal(decodeLog(utf16), TEXT);
  assert.equal(decodeLog(Buffer.from(utf16).swap16()), TEXT);
  // "'jq' 不是内部或外部命令" of cmd.exe.
  const gbk = Buffer.from(
    "'jq' \xb2\xbb\xca\xc7\xc4\xda\xb2\xbf\xbb\xf2\xcd\xe2\xb2\xbf\xc3\xfc\xc1\xee",
    'latin1',
  );
  assert.equal(decodeLog(gbk), "'jq' 不是内部或外部命令");
  assert.equal(decodeLog(gbk.subarray(5)), '不是内部或外部命令');
});

test('of a long log the end is read, in whole characters', () => {
  const bytes = Buffer.from(TEXT);
  assert.equal(decodeLog(bytes.subarray(bytes.indexOf('致') + 1), bytes), '命错误：过早的文件结束符\n');
  const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
  assert.equal(decodeLog(utf16.subarray(-6), utf16), '束符\n');
});

test('what is no text is read as far as it goes', () => {
  assert.equal(
    decodeLog(Buffer.from('fatal: \xff\xfe early EOF\xff', 'latin1')),
    'fatal: \ufffd\ufffd early EOF\ufffd',
  );
  assert.equal(decodeLog(new Uint8Array()), '');
  assert.equal(typeof decodeLog(Buffer.from([0x80, 0x81])), 'string');
});
