// Runs every test of the project, stage by stage, and sums up at the end.
import { endWithNpm } from './process.ts';
import { type Count, STAGES } from './test/stages.ts';

endWithNpm();
const results: { name: string; count: Count; seconds: number }[] = [];
for (const { name, run } of STAGES) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const count = await run();
  results.push({ name, count, seconds: (performance.now() - start) / 1000 });
}

console.log('\n== summary');
for (const { name, count, seconds } of results) {
  const mark = count.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${name}: ${count.passed} passed, ${count.failed} failed (${seconds.toFixed(0)} s)`);
  for (const failure of count.failures) console.log(`     - ${failure}`);
}
const total = (side: 'passed' | 'failed'): number => results.reduce((sum, { count }) => sum + count[side], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
