import { worksIn } from './support/contract.js';

worksIn('Svelte', 'svelte');
