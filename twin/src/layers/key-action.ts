import type {Move} from './orbit.ts'

/** What a pressed key asks for. */
export type KeyAction = {do: 'move'; move: Move} | {do: 'home'} | {do: 'pick'} | {do: 'leave'}

type Pressed = {key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean}

/**
 * Arrows pan, with Shift they turn and tilt; + and − zoom; N looks north, Home shows all, Enter picks what is under the
 * cross-hair, Escape leaves. Null for every other key, and with Ctrl, Alt or Meta, which belong to the browser.
 */
export function keyAction({key, shiftKey, ctrlKey, altKey, metaKey}: Pressed): KeyAction | null {
  if (ctrlKey || altKey || metaKey) return null
  const move = (shiftKey ? turns : pans)[key] ?? anyway[key]
  if (move) return {do: 'move', move}
  if (key === 'Home') return {do: 'home'}
  if (key === 'Enter') return {do: 'pick'}
  if (key === 'Escape') return {do: 'leave'}
  return null
}

const pans: Record<string, Move> = {
  ArrowUp: {move: 'pan', right: 0, forward: 1},
  ArrowDown: {move: 'pan', right: 0, forward: -1},
  ArrowLeft: {move: 'pan', right: -1, forward: 0},
  ArrowRight: {move: 'pan', right: 1, forward: 0},
}
const turns: Record<string, Move> = {
  ArrowUp: {move: 'tilt', up: 1},
  ArrowDown: {move: 'tilt', up: -1},
  ArrowLeft: {move: 'turn', right: -1},
  ArrowRight: {move: 'turn', right: 1},
}
// Plus is Shift and = on most keyboards. N is т on the Ukrainian layout.
const anyway: Record<string, Move> = {
  '+': {move: 'zoom', in: 1},
  '=': {move: 'zoom', in: 1},
  '-': {move: 'zoom', in: -1},
  '−': {move: 'zoom', in: -1},
  _: {move: 'zoom', in: -1},
  n: {move: 'north'},
  N: {move: 'north'},
  т: {move: 'north'},
  Т: {move: 'north'},
}
