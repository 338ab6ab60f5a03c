import {glob} from 'node:fs/promises'
import type {Model} from './model.ts'

/** Every `warehouse/models/**` file's model, by name. Throws when there is none, or a name is not its file's name. */
export async function loadModels(root = new URL('../models/', import.meta.url)): Promise<Model[]> {
  const models: Model[] = []
  for (const path of (await Array.fromAsync(glob('**/*.ts', {cwd: root}))).sort()) {
    if (path.endsWith('.test.ts')) continue
    const {default: model} = (await import(new URL(path, root).href)) as {default?: Model}
    const file = path.split(/[\\/]/).at(-1)?.replace(/\.ts$/, '')
    if (model?.name !== file)
      throw new Error(`models/${path} must export by default a model named "${file}".`)
    models.push(model as Model)
  }
  if (models.length === 0)
    throw new Error(`There is no model below ${root.pathname}. Was this module bundled?`)
  return models
}
