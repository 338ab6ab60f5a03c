// Loaded before a program (`--import`): writes the name of every host but this machine that the program tries to reach
// to the file HROMADA_ASKED, and refuses the connection.

import {appendFileSync} from 'node:fs'
import {isIP, Socket} from 'node:net'

const isHere = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const {connect} = Socket.prototype

Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  // node:net hands its own functions the arguments as one list.
  const [first, second] = (Array.isArray(args[0]) ? args[0] : args) as [unknown, unknown]
  const {path, host = 'localhost'} = (typeof first === 'object' ? first : {host: second}) as {
    path?: string | null
    host?: string
  }
  // A path is a socket of this machine.
  if (path || isHere(host)) return (connect as (...args: unknown[]) => Socket).apply(this, args)
  appendFileSync(process.env.HROMADA_ASKED!, `${host}\n`)
  setImmediate(() => this.destroy(new Error(`Tests reach no other host, and this asked for ${host}.`)))
  return this
} as typeof connect
