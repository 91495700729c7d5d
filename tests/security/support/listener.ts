import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'

/** A server on this computer that everything may reach: whatever arrives got past the guards. */
export interface Listener {
  readonly port: number
  /** What arrived so far: requests, bare connections and datagrams. */
  readonly arrivals: readonly string[]
  close(): Promise<void>
}

export async function startListener(): Promise<Listener> {
  const arrivals: string[] = []
  const server = createServer((request, response) => {
    arrivals.push(`request ${request.method ?? ''} ${request.url ?? ''}`)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    response.end('<!doctype html><title>buiten</title>')
  })
  server.on('connection', () => arrivals.push('connection'))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  const datagrams = createSocket('udp4')
  datagrams.on('message', () => arrivals.push('datagram'))
  await new Promise<void>((ready) => datagrams.bind(address.port, '127.0.0.1', ready))

  return {
    port: address.port,
    arrivals,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await new Promise<void>((done) => datagrams.close(done))
    },
  }
}
