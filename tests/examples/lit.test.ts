import { worksIn } from './support/contract.js';

worksIn('Lit', 'lit');
