import type { Component } from 'vue'
import StartView from '../features/start/StartView.vue'
import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { useProgramme } from '../state/programme'
import { useVault } from '../state/vault'
import { type Place, places } from './places'
import { breakScreen } from './failure'

/** A screen is loaded when it is first visited. */
const screens: Record<string, () => Promise<{ default: Component }>> = {
  '/overzicht': () => import('../features/overview/OverviewView.vue'),
  '/opgave': () => import('../features/assignment/AssignmentView.vue'),
  '/palet': () => import('../features/palette/PaletteView.vue'),
  '/planning': () => import('../features/planning/PlanningView.vue'),
  '/partners': () => import('../features/partners/PartnersView.vue'),
  '/trajecten': () => import('../features/trajectories/TrajectoriesView.vue'),
  '/afspraken': () => import('../features/agreements/AgreementsView.vue'),
  '/besluiten': () => import('../features/decisions/DecisionsView.vue'),
  '/tafels': () => import('../features/tables/TablesView.vue'),
  '/dilemmas': () => import('../features/dilemmas/DilemmasView.vue'),
  '/buurt': () => import('../features/neighbourhood/NeighbourhoodView.vue'),
  '/leren': () => import('../features/learning/LearningView.vue'),
  '/capaciteit': () => import('../features/capacity/CapacityView.vue'),
  '/reviewronde': () => import('../features/review/ReviewView.vue'),
  '/inlezen': () => import('../features/intake/IntakeView.vue'),
  '/overgangsbalans': () => import('../features/balance/BalanceView.vue'),
  '/wat-als': () => import('../features/whatIf/WhatIfView.vue'),
  '/rapport': () => import('../features/report/ReportView.vue'),
  '/logboek': () => import('../features/history/HistoryView.vue'),
  '/reservekopieen': () => import('../features/backups/BackupsView.vue'),
  '/bewaartermijnen': () => import('../features/retention/RetentionView.vue'),
  '/beveiliging': () => import('../features/vault/SecurityView.vue'),
}

/** Screens that are reached from a place, and keep its mark in the sidebar. */
const below: Record<string, RouteRecordRaw[]> = {
  '/reviewronde': [
    // An answer beside what was asked: before it is taken in, and after.
    { path: 'inlezen', component: () => import('../features/review/answers/AnswerView.vue') },
    { path: 'antwoord/:answerId', component: () => import('../features/review/answers/AnswerView.vue') },
    { path: ':roundId', component: () => import('../features/review/RoundView.vue') },
  ],
  '/tafels': [{ path: ':sessionId', component: () => import('../features/tables/SessionView.vue') }],
}

function routeOf({ path, title, always }: Place): RouteRecordRaw[] {
  const component = screens[path]
  if (component === undefined) return []
  const meta = { title, needsProgramme: always !== true }
  const children = below[path]
  if (children === undefined) return [{ path, component, meta }]
  return [{ path, meta, children: [{ path: '', component }, ...children] }]
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: StartView, meta: { title: 'Start' } },
  ...places.flatMap(routeOf),
  { path: '/:rest(.*)*', redirect: '/' },
]

export function makeRouter(): Router {
  const router = createRouter({ history: createWebHashHistory(), routes })
  const programme = useProgramme()
  const vault = useVault()
  router.beforeEach((to) => {
    if (to.path === '/') return true
    // Before a passphrase is chosen there is only the start screen.
    if (vault.status !== 'open') return '/'
    // Where the partners stood before they had a screen.
    if (to.path === '/opgave' && to.query['deel'] === 'partners') return '/partners'
    return to.meta['needsProgramme'] === true && programme.id === null ? '/' : true
  })
  router.onError(breakScreen)
  return router
}

/** The first screen of a programme is fetched while the person still looks at the start screen. */
export function fetchAhead(): void {
  requestIdleCallback(() => {
    screens['/overzicht']?.().catch(breakScreen)
  })
}
