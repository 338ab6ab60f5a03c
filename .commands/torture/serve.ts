import {buildApp, listen} from '@hromada/api'

/** A server that is asked while others are killed: `<data>`. Says its address. */
const app = await buildApp({data: process.argv[2] ?? '', logger: false, checkEveryMilliseconds: 5})
const server = await listen(app, {port: 0})
process.stdout.write(`${server.address}\n`)
process.on('SIGTERM', () => void server.close())
