// The least that an Electron application with a Vue window can be: the floor for a cold start.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

app.enableSandbox()
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false })
  window.once('ready-to-show', () => {
    window.show()
  })
  void window.loadFile(join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => {
  app.quit()
})
