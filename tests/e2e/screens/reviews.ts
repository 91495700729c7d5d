import { writeXlsx } from 'hucre/xlsx'
import type { App } from '../support'
import { aQuestion, questionText } from '../support/reviews'
import { dropFile } from '../support/reviewRound'
import { goTo, type Picture } from './tour'

/** Rounds, an answer cell by cell, a sheet laid beside the programme, and last what an association sees. */
export async function reviews(app: App, picture: Picture): Promise<void> {
  const { window } = app
  await goTo(window, 'Reviewronde')
  await picture('review rounds')
  await window.getByTestId('new-round').first().click()
  await window.getByTestId('preview').waitFor()
  await picture('review, start a round')
  await window.keyboard.press('Escape')
  for (const which of ['first', 'last'] as const) {
    const rounds = window.getByTestId('round')
    await rounds[which]().getByRole('link').first().click()
    await window.getByTestId('round-page').waitFor()
    await picture(`review round, ${which}`)
    if (which === 'first') {
      await window.getByTestId('all-files').click()
      await picture('review, all files')
      await window.keyboard.press('Escape')
    } else {
      await window.getByTestId('association').first().getByRole('link').first().click()
      await window.getByRole('grid').first().waitFor()
      await picture('review, an answer')
      await window.getByRole('tab', { name: /^Vragen/ }).click()
      await picture('review, questions of an answer')
    }
    await goTo(window, 'Reviewronde')
  }
  await sheets(app, picture)
  await dropFile(window, 'vraag.palet', new TextEncoder().encode(questionText(14)))
  await window.getByRole('button', { name: 'Sluiten en openen' }).click()
  await window.getByTestId('review-table').waitFor()
  await window.keyboard.press('7')
  await window.keyboard.press('Enter')
  await picture(`association, ${aQuestion(1).associationName}`)
  await window.getByTestId('ready').click()
  await picture('association, ready')
  await window.keyboard.press('Escape')
}

async function sheets(app: App, picture: Picture): Promise<void> {
  const { window } = app
  await goTo(window, 'Inlezen')
  await picture('read in, nothing yet')
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Plannen 2027',
        rows: [
          ['Projectenlijst'],
          ['Complexnaam', 'Gemeente', 'Woonvorm', 'Aantal', 'Opleverdatum', 'Status'],
          ['Kamers aan de Markt', 'AALTEN', 'Kamers met kansen', '1.200', '1-7-2027', 'in aanbouw'],
          ['Hof van Gaanderen', 'Gaanderen', 'Housing First', 8, '1-3-2027', 'toegezegd'],
          ['Plan zonder getal', 'Winterswijk', 'Housing First', 'ca. 10', '1-7-2028', 'toegezegd'],
        ],
      },
    ],
  })
  app.writeFile('plannen.xlsx', bytes)
  await app.openDialogAnswers('plannen.xlsx')
  await window.getByTestId('choose-table').click()
  await window.getByTestId('columns-table').waitFor()
  await picture('read in, columns and words')
  for (const offered of await window.getByRole('button', { name: /^Klopt/ }).all()) await offered.click()
  await window.getByLabel('Betekenis van Gaanderen').selectOption({ label: 'Doetinchem' })
  await window.getByTestId('run-trial').click()
  await window.getByTestId('trial-rows').waitFor()
  await picture('read in, trial')
}
