import type { Component } from 'vue'
import StartView from '../features/start/StartView.vue'
import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { useProgramme } from '../state/programme'
import { useVault } from '../state/vault'
import { places } from './places'
import { breakScreen } from './failure'

/** A screen is loaded when it is first visited. */
const screens: Record<string, () => Promise<{ default: Component }>> = {
  '/overzicht': () => import('../features/overview/OverviewView.vue'),
  '/opgave': () => import('../features/assignment/AssignmentView.vue'),
  '/palet': () => import('../features/palette/PaletteView.vue'),
  '/planning': () => import('../features/planning/PlanningView.vue'),
  '/capaciteit': () => import('../features/capacity/CapacityView.vue'),
  '/overgangsbalans': () => import('../features/balance/BalanceView.vue'),
  '/wat-als': () => import('../features/whatIf/WhatIfView.vue'),
  '/rapport': () => import('../features/report/ReportView.vue'),
  '/logboek': () => import('../features/history/HistoryView.vue'),
  '/reservekopieen': () => import('../features/backups/BackupsView.vue'),
  '/bewaartermijnen': () => import('../features/retention/RetentionView.vue'),
  '/beveiliging': () => import('../features/vault/SecurityView.vue'),
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: StartView, meta: { title: 'Start' } },
  ...places.flatMap(({ path, title, always = false }) => {
    const component = screens[path]
    return component === undefined ? [] : [{ path, component, meta: { title, needsProgramme: !always } }]
  }),
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
