import { spawn } from 'node:child_process'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'inherit' | 'collect'} [output] shown as it comes, or kept for the caller
 * @property {number} [timeout] in milliseconds; the process is ended when it is over
 */

/**
 * @typedef {object} RunResult
 * @property {number} status 127 when the command could not be started, 124 when its time was over
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program to its end. Never throws: the status says how it went.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(program, args, options = {}) {
  const { cwd, env, output = 'inherit', timeout } = options
  return new Promise((done) => {
    const child = spawn(program, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: env ?? process.env,
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    let timedOut = false
    child.stdout?.setEncoding('utf8').on('data', (part) => (stdout += part))
    child.stderr?.setEncoding('utf8').on('data', (part) => (stderr += part))
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            child.kill('SIGKILL')
          }, timeout)
    child.on('error', (error) => {
      clearTimeout(timer)
      done({ status: 127, stdout, stderr: stderr + error.message })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ status: timedOut ? 124 : (code ?? 1), stdout, stderr })
    })
  })
}

/** Runs a JavaScript file with the Node that runs us. */
export function runNode(/** @type {readonly string[]} */ args, /** @type {RunOptions} */ options = {}) {
  return run(process.execPath, args, options)
}

/** Runs npm: the one that started us when there is one, so that its settings hold. */
export function runNpm(/** @type {readonly string[]} */ args, /** @type {RunOptions} */ options = {}) {
  const npm = process.env['npm_execpath']
  if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)) return runNode([npm, ...args], options)
  // npm is a batch file on Windows, which only its shell starts.
  if (process.platform === 'win32') return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
  return run('npm', args, options)
}

/** The last lines of what a program said, to show when it failed. */
export function tail(/** @type {RunResult} */ result, lines = 15) {
  return `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-lines).join('\n')
}
