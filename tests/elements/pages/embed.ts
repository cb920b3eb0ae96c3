import '../../../src/define/tp-conversation.js';
import '../../../src/define/tp-record-conflict.js';
import { FramePage } from '../../../src/frame/page.js';

// As whoever runs the page would: here the test server under its other name.
const [list] = document.querySelectorAll<HTMLMetaElement>('meta[name=talking-points-parents]');
if (list && !location.search.includes('closed')) list.content = location.origin.replace('127.0.0.1', 'localhost');

const [main] = document.querySelectorAll('main');
if (main) new FramePage(main);
