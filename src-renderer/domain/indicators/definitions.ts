import type { StatusGroup } from '../labels/values'

/** Units of figures. */
export type Unit = 'places' | 'hoursPerWeek' | 'projects' | 'inhabitants'

export const unitLabels: Readonly<Record<Unit, string>> = {
  places: 'plekken',
  hoursPerWeek: 'uren per week',
  projects: 'projecten',
  inhabitants: 'inwoners',
}

export type FigureName = StatusGroup | 'places'

/**
 * What each figure means, in plain Dutch: shown in the explanation on screen and in the appendix of reports.
 * Source of the definitions: indicators.md, Capacity.
 */
export const figureDefinitions: Readonly<Record<FigureName, string>> = {
  shelterOpen:
    'Opvangplekken die op de peildatum open zijn. Een sluiting telt vanaf de dag waarop de plek dichtgaat.',
  realised:
    'Plekken in arrangementen die op de peildatum beschikbaar zijn. Een plek telt pas als de woning én de begeleiding er zijn.',
  committed:
    'Plekken die op de peildatum zijn toegezegd of worden voorbereid. Een woning zonder begeleiding, of begeleiding zonder woning, telt als “in voorbereiding”.',
  planned: 'Plekken die op de peildatum een idee zijn of worden verkend. Hierop kan nog niemand rekenen.',
  ambition:
    'Het aantal plekken in arrangementen dat er op de peildatum moet zijn. Tussen twee vastgelegde data loopt de ambitie gelijkmatig op, per gemeente afgerond op hele plekken. De regio is de som van de gemeenten.',
  gap: 'De ambitie min de plekken die gerealiseerd of toegezegd zijn. Geplande plekken tellen niet mee, omdat ze nog niet zeker zijn.',
  places:
    'Alle plekken die op de peildatum deze status hebben. Elke plek heeft op elke dag precies één status.',
}

/** Definitions of figures that are no column of the balance, for the appendix of reports. */
export const otherDefinitions = {
  fairShare:
    'Het eerlijk aandeel van een gemeente: de ambitie van de regio maal het gewicht van de gemeente, gedeeld door alle gewichten samen. Afgerond op hele plekken, zo dat de som klopt.',
  supportHours:
    'Uren begeleiding per week. Nodig: de plekken die in gebruik zijn of dat volgens afspraak moeten zijn, maal de uren die erbij horen. Beschikbaar: de plekken waarvoor begeleiding klaarstaat, maal die uren.',
  statusRating:
    'Groen: op schema in tijd, geld en kwaliteit. Oranje: loopt risico. Rood: loopt niet zoals afgesproken. Grijs: nog niet begonnen. Bij oranje en rood horen oorzaak, gevolg en bijsturing.',
  quarter: 'De cijfers van een kwartaal zijn die van de laatste dag van dat kwartaal.',
} as const
