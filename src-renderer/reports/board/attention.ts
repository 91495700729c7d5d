import type { Column, Content } from 'pdfmake/interfaces'
import {
  capitalise,
  formatNumber,
  phaseLabels,
  plural,
  ratingLabels,
  ratingMeanings,
} from '../../domain/labels'
import type { Project } from '../../domain/model/entities'
import { RATINGS } from '../../domain/model/values'
import { ratingMark, ratingShape } from '../parts/rating'
import { above, ink } from '../parts/style'
import { heading, mayOutgrowPage, writtenOr } from '../parts/text'
import type { BoardModel } from './model'

/** A board reads no more than this; the rest is counted. */
const MOST_CARDS = 120

export function attentionChapter(model: BoardModel): Content[] {
  const all = [...model.projects.values()].flat()
  const urgent = [
    ...all.filter((p) => p.rating.colour === 'red'),
    ...all.filter((p) => p.rating.colour === 'orange'),
  ]
  const shown = urgent.slice(0, MOST_CARDS)
  return [
    heading('Projecten die bijsturing vragen', { pageBreak: true }),
    counts(model),
    ...(urgent.length === 0
      ? [
          {
            text:
              all.length === 0
                ? 'Er zijn nog geen projecten vastgelegd.'
                : 'Geen enkel project staat op oranje of rood.',
            style: 'body',
          },
        ]
      : shown.map((project) => card(model, project))),
    ...(shown.length < urgent.length
      ? [
          {
            text: `Hier staan de eerste ${String(MOST_CARDS)} van ${formatNumber(urgent.length)} projecten op rood of oranje.`,
            style: 'note',
          },
        ]
      : []),
  ]
}

function counts({ ratings }: BoardModel): Content {
  return {
    columns: RATINGS.map((colour) => ({
      width: '*',
      columns: [
        {
          canvas: [ratingShape(colour, 11)],
          width: 14,
          margin: above(4),
        },
        {
          stack: [
            {
              text: `${capitalise(ratingLabels[colour])}: ${plural(ratings[colour], 'project', 'projecten')}`,
              bold: true,
              fontSize: 9.5,
            },
            { text: capitalise(ratingMeanings[colour]), style: 'note' },
          ],
        },
      ],
      columnGap: 5,
    })),
    columnGap: 10,
    margin: [0, 0, 0, 14],
  }
}

function card({ data }: BoardModel, project: Project): Content {
  const { colour, cause, consequence, adjustment } = project.rating
  const context = [
    data.municipalities.get(project.municipalityId)?.name,
    data.arrangementTypes.get(project.typeId)?.name,
    `fase: ${phaseLabels[project.phase]}`,
  ].filter((word) => word !== undefined)
  const part = (title: string, words: string): Column => ({
    width: '*',
    stack: [
      { text: title, style: 'head', margin: [0, 0, 0, 1] },
      writtenOr(words, 'Nog niet beschreven.', 'cell'),
    ],
  })
  return {
    unbreakable: !mayOutgrowPage([cause, consequence, adjustment]),
    margin: [0, 0, 0, 9],
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              {
                columns: [
                  { text: project.name, bold: true, fontSize: 10, width: '*' },
                  { width: 58, stack: [ratingMark(colour, { style: 'total', size: 8 })] },
                ],
              },
              { text: context.join(', '), style: 'note', margin: [0, 0, 0, 4] },
              {
                columns: [
                  part('Oorzaak', cause),
                  part('Gevolg', consequence),
                  part('Bijsturing', adjustment),
                ],
                columnGap: 14,
              },
            ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0.7 : 0),
      hLineColor: () => ink.line,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 5,
      paddingBottom: () => 0,
    },
  }
}
