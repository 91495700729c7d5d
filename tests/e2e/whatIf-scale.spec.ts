import { programmeOf } from '@/domain/model/programmeData'
import { serialisePalet } from '@/exchange'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { expect, test } from './support'
import { typeInto } from './support/planning'
import { addChange, forgetGaps, newScenario, press, seenSince, watch } from './support/whatIf'

test('a programme of 13,500 projects is simulated and stopped', async ({ app }) => {
  test.setTimeout(400_000)
  const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 1 })
  const programme = programmeOf(data)
  const count = {
    id: 'count-total',
    label: 'Mensen zonder huis',
    value: 30_000,
    referenceDate: '2026-01',
    source: 'verzonnen',
    verified: false,
  }
  const counted = { ...data, programme: new Map([[programme.id, { ...programme, facts: [count] }]]) }
  const text = serialisePalet(counted, { savedAt: '2026-11-01T12:00:00.000Z', programmeId: 'scale-what-if' })
  app.writeFile('landelijk.palet', text)
  const { window } = app
  await app.openDialogAnswers('landelijk.palet')
  await window.getByTestId('open-file').click()
  await window.getByTestId('overview-ready').waitFor({ timeout: 120_000 })

  const tell = async (what: string): Promise<void> => {
    const { gaps } = await seenSince(window)
    console.log(`13,500 projects, ${what}: longest frame ${Math.max(...gaps).toFixed(0)} ms`)
    await forgetGaps(window)
  }
  await watch(window)
  await window.keyboard.press('Control+9')
  const status = window.getByTestId('run-status')
  await expect(status).toHaveAttribute('data-status', 'running')
  await tell('open')
  await expect(window.getByTestId('what-if-sentence')).toBeVisible({ timeout: 200_000 })
  await tell('run to the first bands')
  await press(window, window.getByTestId('stop-run'))
  await expect(status).toHaveAttribute('data-status', 'stopped')
  await expect(status).toContainText(/^Gestopt na \d+ van 1\.000/)
  await tell('stop')
  // A change of a scenario is seen at once, also with so many projects.
  await newScenario(window, 'Minder instroom')
  const inflow = await addChange(window, 'Instroom')
  await typeInto(window, inflow.getByLabel('Verandering van de instroom'), '-30')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('list', { name: 'Wijzigingen' })).toContainText('30% lager')
  await expect(status).toHaveAttribute('data-status', 'running')
  await tell('make and change a scenario')
  await press(window, window.getByTestId('stop-run'))
  await expect(status).toHaveAttribute('data-status', 'stopped')
})
