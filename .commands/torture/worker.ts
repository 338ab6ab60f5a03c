import {runDay} from './run-day.ts'

/** A process to be killed: `<data> <origin> <day>`. Says which phase it is in. */
const [, , data = '', origin = '', day = ''] = process.argv

await runDay(data, origin, Number(day), phase => void process.stdout.write(`${phase}\n`))
