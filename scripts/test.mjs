/** `npm test`: everything that is tested, from a fresh clone on; later runs repeat what changed. */
import { testEngine } from './lib/engine.mjs';
import { main } from './lib/steps.mjs';
import { check, nativeTests, pageTests, unitTests } from './lib/tests.mjs';

await main('All tests passed.', async () => {
  await check();
  await nativeTests();
  await unitTests();
  await testEngine();
  await pageTests();
});
