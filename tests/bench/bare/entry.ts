import { createApp, h } from 'vue'

createApp({ render: () => h('main', { 'data-testid': 'ready' }, 'Klaar') }).mount('#app')
