/**
 * Where the page begins: the program (from a link, kept, or the first
 * example), the engine, then the view. The engine is asked for first, because
 * it takes longest to come.
 */
import { mount } from 'svelte';
import App from './app/App.svelte';
import { createApi } from './app/api';
import { Store } from './app/store.svelte';
import Embed from './embed/Embed.svelte';
import { listenToHost } from './embed/host';
import { pageParams } from './embed/params';
import { connectEngine, type Engine, type EngineHandlers } from './engine/client';
import { FIRST } from './examples';
import { decodeShared } from './share/codec';
import { loadEarlier, loadProgram, loadSettings } from './share/saved';
import { applyTheme, onDeviceTheme } from './ui/theme';
import './ui/tokens.css';
import './ui/base.css';

const params = pageParams(location.search);
const store = new Store();
store.settings = loadSettings();
const theme = (): 'auto' | 'light' | 'dark' => params.theme ?? store.settings.theme;
applyTheme(theme());

/** Opens what the hash carries; true when it carried something. */
async function openHash(): Promise<boolean> {
  if (location.hash === '') return false;
  const decoded = await decodeShared(location.hash);
  if (decoded.kind === 'program') {
    store.openShared(decoded.shared, loadProgram());
    return true;
  }
  if (decoded.kind === 'unreadable') store.say(decoded.reason);
  return false;
}

function openOwn(): void {
  const saved = params.embed ? null : loadProgram();
  if (saved) store.replace(saved.source, saved.example);
  else store.replace(FIRST.source, FIRST.id);
}

async function chooseEngine(): Promise<(handlers: EngineHandlers) => Engine> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
    const { connectFake } = await import('./engine/fake');
    return connectFake;
  }
  return (handlers) => connectEngine(document.baseURI, handlers);
}

async function start(): Promise<void> {
  const target = document.getElementById('app');
  if (!target) throw new Error('The page has no place for Taskyard.');
  const open = await chooseEngine();
  if (!params.embed) store.earlier = loadEarlier();
  if (!(await openHash())) openOwn();
  if (params.style) store.settings.style = params.style;
  if (params.direction) store.settings.direction = params.direction;
  store.connect(open);
  const api = createApi(store);
  window.taskyard = api;
  if (params.embed) {
    mount(Embed, { target, props: { store, code: params.code } });
    listenToHost(api);
  } else {
    mount(App, { target, props: { store, forcedTheme: params.theme } });
  }
  onDeviceTheme(() => applyTheme(theme()));
  window.addEventListener('hashchange', () => void openHash());
}

void start();
