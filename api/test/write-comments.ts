import {ScenarioStore} from '../src/scenarios/scenario-store.ts'

// Sends comments until it is killed, and prints each once it is kept. Started by the test of the store.
const store = new ScenarioStore({data: process.argv[2]!, log: {error: message => console.error(message)}})
const by = {holder: 'Бюро', token: 'test'}
const [known] = (await store.read()).scenarios.keys()
const head = {
  city: 'odesa',
  title: 'Дім',
  summary: '',
  comments_until: null,
  is_demo: false,
  zone: 'Europe/Kyiv',
}
const id = known ?? (await store.publish(by, {...head, lang: 'uk'}, '{}')).id
for (let count = 0; ; count++) {
  const text = `${process.pid} ${count} ${'слово '.repeat(400)}`
  await store.receive(id, {text: text.trim(), name: null, place: null})
  process.stdout.write(`${text.trim()}\n`)
}
