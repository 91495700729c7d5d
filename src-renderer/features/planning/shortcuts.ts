import { screenShortcuts } from '@/ui/screenKeys'
import type { ShortcutGroup } from '@/ui/shortcut'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>

const control = (event: Pressed): boolean => event.ctrlKey || event.metaKey

/** Ctrl and Enter keep the open project. */
export const savesProject = (event: Pressed): boolean => control(event) && event.key === 'Enter'
export const SAVE_KEYS = 'Ctrl + Enter'

export const planningShortcuts: readonly ShortcutGroup[] = [
  {
    title: 'Planning',
    shortcuts: [
      ...screenShortcuts({ new: 'Nieuw project', find: 'Zoeken in de projecten' }),
      { keys: 'Enter', does: 'Gekozen project openen' },
      { keys: SAVE_KEYS, does: 'Open project bewaren' },
      { keys: 'Delete', does: 'Gekozen project verwijderen (na een vraag)' },
      { keys: 'Page Up, Page Down', does: 'Een bladzijde omhoog of omlaag' },
      { keys: 'Home, End', does: 'Naar het begin of het einde' },
    ],
  },
  {
    title: 'Tijdlijn',
    shortcuts: [
      { keys: 'Pijl links of rechts', does: 'Fase of plekken in de rij kiezen' },
      { keys: 'Enter', does: 'Gekozen fase of plekken oppakken' },
      { keys: 'F2', does: 'Hele project oppakken' },
      { keys: '+ of −', does: 'In- of uitzoomen' },
      { keys: 'Ctrl + muiswiel', does: 'In- of uitzoomen bij de muis' },
    ],
  },
  {
    title: 'Tijdlijn, met iets opgepakt',
    shortcuts: [
      { keys: 'Pijl links of rechts', does: 'Een week eerder of later (ingezoomd op maanden: een dag)' },
      { keys: 'Shift + pijl', does: 'Een maand' },
      { keys: 'Page Up, Page Down', does: 'Een kwartaal' },
      { keys: 'Home', does: 'Terug naar de eerste datum' },
      { keys: 'Enter', does: 'Neerzetten' },
      { keys: 'Esc', does: 'Terugzetten' },
    ],
  },
  {
    title: 'Bord',
    shortcuts: [
      { keys: 'Pijltoetsen', does: 'Van kaart naar kaart' },
      { keys: 'Ctrl + pijl rechts', does: 'Naar de volgende fase' },
      { keys: 'Ctrl + pijl links', does: 'Naar de vorige fase' },
      { keys: 'F2', does: 'Een fase kiezen' },
    ],
  },
]
