import { killAgainAndAgain } from '../soak/kill'
import { expect, test } from './support'

/** A few of the hundreds that `npm run soak` does; the seed stands in the output. */
test('a plug pulled at any moment: what was confirmed is there, nothing is half, the log is whole', async ({
  app,
}) => {
  test.setTimeout(180_000)
  await app.window.getByTestId('open-sample').click()
  await app.window.getByTestId('overview-ready').waitFor()
  const seed = Date.now() % 1_000_000
  const report = await killAgainAndAgain(app, {
    kills: 3,
    seed,
    onKill: (kill, scene, after) => {
      console.log(`kill ${String(kill)} (seed ${String(seed)}): ${scene}, after ${String(after)} ms`)
    },
  })
  expect(report.kills).toBe(3)
})
