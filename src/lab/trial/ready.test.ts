import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listeningInodes } from './ready.ts';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0000000000000000 100 0 0 10 0
   1: 0100007F:0BB8 0100007F:C000 01 00000000:00000000 00:00000000 00000000  1000        0 4712 1 0000000000000000 20 4 30 10 -1
   2: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4713 1 0000000000000000 100 0 0 10 0
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:0BB8 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4714 1 0000000000000000 100 0 0 10 0
`;

test('listeners on a port are found in both address families, connections are none', () => {
  assert.deepEqual([...listeningInodes(TABLE, 3000)], ['4711', '4714']);
  assert.deepEqual([...listeningInodes(TABLE, 8080)], ['4713']);
  assert.deepEqual([...listeningInodes(TABLE, 80)], []);
});
