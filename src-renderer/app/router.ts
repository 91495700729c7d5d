import type { Component } from 'vue'
import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { useProgramme } from '../state/programme'
import { places } from './places'
import { reportError } from './failure'

type View = () => Promise<{ default: Component }>

/** A screen is loaded when it is first visited. */
const views = import.meta.glob<{ default: Component }>('../features/*/*View.vue')

function view(path: string): View {
  const load = views[`../features/${path}.vue`]
  if (load === undefined) throw new Error(`no screen at ${path}`)
  return load
}

const screens: Record<string, string> = {
  '/overzicht': 'overview/OverviewView',
  '/opgave': 'assignment/AssignmentView',
  '/palet': 'palette/PaletteView',
  '/planning': 'planning/PlanningView',
  '/capaciteit': 'capacity/CapacityView',
  '/rapport': 'report/ReportView',
  '/logboek': 'history/HistoryView',
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: view('start/StartView'), meta: { title: 'Start' } },
  ...places.map(({ path, title }) => ({
    path,
    component: () => view(screens[path] ?? '')(),
    meta: { title, needsProgramme: true },
  })),
  { path: '/:rest(.*)*', redirect: '/' },
]

export function makeRouter(): Router {
  const router = createRouter({ history: createWebHashHistory(), routes })
  const programme = useProgramme()
  router.beforeEach((to) => {
    if (to.meta['needsProgramme'] === true && programme.id === null) return '/'
    return true
  })
  router.onError(reportError)
  return router
}
