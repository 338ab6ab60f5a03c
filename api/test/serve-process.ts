import {buildApp} from '../src/app.ts'
import {listen} from '../src/server.ts'

// A server as a process of its own, for tests that kill it: prints its address once it listens.
const app = await buildApp({data: process.argv[2]!, logger: false, trustedProxies: ['127.0.0.1']})
const {address} = await listen(app, {port: 0})
process.stdout.write(`${address}\n`)
