import {
  BookText,
  CalendarCheck,
  ChartColumnStacked,
  ClipboardCheck,
  ClipboardList,
  DatabaseBackup,
  FileInput,
  FlaskConical,
  Footprints,
  Gavel,
  GraduationCap,
  Grid3x3,
  Handshake,
  Hourglass,
  LayoutDashboard,
  MessagesSquare,
  Palette,
  Rows3,
  Scale,
  ShieldCheck,
  Target,
  Trees,
} from '@lucide/vue'
import type { Component } from 'vue'

/** A place in the sidebar. Order is that of the work: look, aim, choose, plan, count, tell, look back. */
export interface Place {
  readonly path: string
  readonly title: string
  readonly icon: Component
  /** With Ctrl; null when all digits are taken. */
  readonly key: string | null
  /** Also there when no programme is open. */
  readonly always?: true
}

/** Places that belong together, under one word. */
export interface PlaceGroup {
  readonly title: string
  readonly places: readonly Place[]
}

export const placeGroups: readonly PlaceGroup[] = [
  {
    title: 'Sturen',
    places: [
      { path: '/overzicht', title: 'Overzicht', icon: LayoutDashboard, key: '1' },
      { path: '/opgave', title: 'Opgave', icon: Target, key: '2' },
      { path: '/palet', title: 'Palet', icon: Palette, key: '3' },
      { path: '/planning', title: 'Planning', icon: Rows3, key: '4' },
      { path: '/capaciteit', title: 'Capaciteit', icon: ChartColumnStacked, key: '5' },
      { path: '/overgangsbalans', title: 'Overgangsbalans', icon: Grid3x3, key: '8' },
      { path: '/wat-als', title: 'Wat als', icon: FlaskConical, key: '9' },
      { path: '/rapport', title: 'Rapport', icon: ClipboardList, key: '6' },
    ],
  },
  {
    title: 'Samen',
    places: [
      { path: '/partners', title: 'Partners', icon: Handshake, key: null },
      { path: '/trajecten', title: 'Trajecten', icon: Footprints, key: null },
      { path: '/afspraken', title: 'Afspraken', icon: CalendarCheck, key: null },
      { path: '/besluiten', title: 'Besluiten', icon: Gavel, key: null },
      { path: '/tafels', title: 'Tafels', icon: MessagesSquare, key: null },
      { path: '/dilemmas', title: "Dilemma's", icon: Scale, key: null },
      { path: '/buurt', title: 'Buurt', icon: Trees, key: null },
      { path: '/leren', title: 'Leren', icon: GraduationCap, key: null },
    ],
  },
  {
    title: 'Gegevens',
    places: [
      { path: '/reviewronde', title: 'Reviewronde', icon: ClipboardCheck, key: null },
      { path: '/inlezen', title: 'Inlezen', icon: FileInput, key: null },
      { path: '/logboek', title: 'Logboek', icon: BookText, key: '7' },
      { path: '/bewaartermijnen', title: 'Bewaartermijnen', icon: Hourglass, key: null },
      { path: '/reservekopieen', title: 'Reservekopieën', icon: DatabaseBackup, key: null, always: true },
      { path: '/beveiliging', title: 'Beveiliging', icon: ShieldCheck, key: null, always: true },
    ],
  },
]

export const places: readonly Place[] = placeGroups.flatMap((group) => group.places)
