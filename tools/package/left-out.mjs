/**
 * Why an installer could not be made, from what electron-builder said.
 * @param {{ stdout: string, stderr: string }} said
 */
export function leftOutBecause({ stdout, stderr }) {
  const text = `${stdout}\n${stderr}`
  const host = /ENOTFOUND ([\w.-]+)/.exec(text)?.[1]
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|fetch failed|status code 40[347]/i.test(text)) {
    return `Het gereedschap ervoor is hier niet op te halen${host === undefined ? '' : ` van ${host}`}.`
  }
  const lines = text.split('\n').map((line) => line.trim())
  const line = lines.find((each) => /⨯|error/i.test(each)) ?? lines.findLast((each) => each !== '') ?? ''
  return `electron-builder meldt: ${line.replace(/^⨯\s*/, '').slice(0, 300)}`
}
