import { worksIn } from './support/contract.js';

worksIn('Vue', 'vue');
