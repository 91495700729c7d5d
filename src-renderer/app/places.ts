import {
  BookText,
  ChartColumnStacked,
  ClipboardCheck,
  ClipboardList,
  DatabaseBackup,
  FileInput,
  FlaskConical,
  Grid3x3,
  Hourglass,
  LayoutDashboard,
  Palette,
  Rows3,
  ShieldCheck,
  Target,
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

export const places: readonly Place[] = [
  { path: '/overzicht', title: 'Overzicht', icon: LayoutDashboard, key: '1' },
  { path: '/opgave', title: 'Opgave', icon: Target, key: '2' },
  { path: '/palet', title: 'Palet', icon: Palette, key: '3' },
  { path: '/planning', title: 'Planning', icon: Rows3, key: '4' },
  { path: '/capaciteit', title: 'Capaciteit', icon: ChartColumnStacked, key: '5' },
  { path: '/reviewronde', title: 'Reviewronde', icon: ClipboardCheck, key: null },
  { path: '/inlezen', title: 'Inlezen', icon: FileInput, key: null },
  { path: '/overgangsbalans', title: 'Overgangsbalans', icon: Grid3x3, key: '8' },
  { path: '/wat-als', title: 'Wat als', icon: FlaskConical, key: '9' },
  { path: '/rapport', title: 'Rapport', icon: ClipboardList, key: '6' },
  { path: '/logboek', title: 'Logboek', icon: BookText, key: '7' },
  { path: '/bewaartermijnen', title: 'Bewaartermijnen', icon: Hourglass, key: null },
  { path: '/reservekopieen', title: 'Reservekopieën', icon: DatabaseBackup, key: null, always: true },
  { path: '/beveiliging', title: 'Beveiliging', icon: ShieldCheck, key: null, always: true },
]
