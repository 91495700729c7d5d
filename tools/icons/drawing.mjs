// Palet's icon: a palette on which the dabs of colour are houses.

export const size = 512

/** @typedef {{ colour: string, points: [number, number][] }} Shape */

export const ground = { colour: '#0d484d', radius: 104 }

/** One house with its ridge above the middle and a door in it. @returns {Shape[]} */
function house(
  /** @type {{ left: number, width: number, eaves: number, ridge: number, floor: number, colour: string }} */ place,
) {
  const { left, width, eaves, ridge, floor, colour } = place
  const right = left + width
  const middle = left + width / 2
  const door = width * 0.13
  return [
    {
      colour,
      points: [
        [left, floor],
        [left, eaves],
        [middle, ridge],
        [right, eaves],
        [right, floor],
      ],
    },
    {
      colour: ground.colour,
      points: [
        [middle - door, floor],
        [middle - door, floor - width * 0.42],
        [middle + door, floor - width * 0.42],
        [middle + door, floor],
      ],
    },
  ]
}

const width = 150
const left = 86
const right = 276

/** @type {Shape[]} */
export const shapes = [
  ...house({ left, width, ridge: 82, eaves: 146, floor: 236, colour: '#f2b84b' }),
  ...house({ left: right, width, ridge: 82, eaves: 146, floor: 236, colour: '#e5734f' }),
  ...house({ left, width, ridge: 276, eaves: 340, floor: 430, colour: '#8fc7a3' }),
  ...house({ left: right, width, ridge: 276, eaves: 340, floor: 430, colour: '#f4efe4' }),
]
