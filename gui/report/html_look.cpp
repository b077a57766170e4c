// How the web page of a report looks and what it does: sorting of tables, and the figure under the pointer in charts.
#include "report/html.hpp"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

namespace goho::gui::report {

QByteArray page_style() {
    return R"css(
:root{--ink:#1d2733;--muted:#5b6673;--line:#d9dee4;--soft:#f3f6f9;--accent:#1f5fa8;--good:#1c7245;--bad:#b3261e;--caution:#8a5a00}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0 auto;max-width:1180px;padding:0 28px 60px;color:var(--ink);background:#fff;font:15px/1.65 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic UI",Meiryo,system-ui,sans-serif}
header{padding:56px 0 24px;border-bottom:3px solid var(--accent)}
h1{font-size:34px;line-height:1.25;margin:4px 0}
.client{font-size:20px;margin:0;font-weight:600}
.subtitle{font-size:19px;margin:0 0 14px;color:var(--accent);font-weight:600}
.by{margin:0}
ul.cover{list-style:none;padding:0;margin:14px 0 0;color:var(--muted)}
nav{margin:22px 0 8px;padding:14px 20px;background:var(--soft);border-radius:6px}
nav ol{margin:0;padding-left:22px;columns:3 240px}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
section{padding-top:34px}
h2{font-size:23px;margin:0 0 14px;padding-bottom:6px;border-bottom:1px solid var(--accent);line-height:1.35}
h3{font-size:17px;margin:26px 0 6px}
p{margin:6px 0}p.lead{font-size:18px}p.note,figure p.note{font-size:13px;color:var(--muted)}
p.answer{padding:10px 14px;background:var(--soft);border-left:4px solid var(--accent)}
ul{margin:6px 0;padding-left:22px}
ul.names{list-style:none;display:flex;flex-wrap:wrap;gap:4px 22px;padding:0;font-size:14px}
.swatch{display:inline-block;width:22px;border-top:4px solid;margin-right:7px;vertical-align:middle}.swatch.ghost{border-top-width:2px}
figure{margin:16px 0}
figcaption{font-weight:600;font-size:15px;margin-bottom:5px;display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 16px}
.unit{font-weight:400;color:var(--muted);font-size:13px}
.pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,330px),1fr));gap:0 26px}.of-1{grid-template-columns:1fr}
.plot{position:relative}
.plot img{display:block;width:100%;height:auto}
.plot .dot{position:absolute;width:10px;height:10px;margin:-5px;border-radius:50%;border:2px solid var(--ink);background:#fff;pointer-events:none}
#tip{position:fixed;z-index:9;max-width:320px;padding:6px 10px;background:#fff;border:1px solid var(--muted);border-radius:5px;font-size:13px;line-height:1.45;box-shadow:0 2px 8px rgba(0,0,0,.16);pointer-events:none;white-space:pre-line}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.4;font-variant-numeric:tabular-nums}
thead th,thead td{border-bottom:1.5px solid var(--ink);padding:5px 8px;vertical-align:bottom;font-weight:600;background:#fff}
tbody th,tbody td{border-bottom:1px solid var(--line);padding:4px 8px}
tbody th{font-weight:400;text-align:left;background:#fff;min-width:11em}
th small{display:block;font-size:11px;line-height:1.35;color:var(--muted);max-width:34em}
table.figures thead th{text-align:right;white-space:nowrap}
table.figures td{text-align:right;white-space:nowrap}
table.figures tbody th,table.figures thead td{position:sticky;left:0}
table.words{table-layout:fixed}
table.words td,table.words th{text-align:left;vertical-align:top;overflow-wrap:anywhere;min-width:0}
th.indent{padding-left:24px}
tr.total th,tr.total td{font-weight:700;border-top:1px solid var(--ink)}
.marked,tr.total .marked{background:#e9f0f8}
.good{color:var(--good)}.bad{color:var(--bad)}.caution{color:var(--caution)}.faint{color:#6b7682}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:12px 0}
.card{border:1px solid var(--line);border-radius:6px;padding:10px 14px}.card span{display:block;font-size:13px;color:var(--muted)}.card b{font-size:24px;margin-right:5px}.card small{color:var(--muted)}.card em{display:block;font-style:normal}
th button{all:unset;cursor:pointer}th button:hover,th button:focus-visible{text-decoration:underline}th button:focus-visible{outline:2px solid var(--accent)}
th[aria-sort=ascending] button::after{content:" \25B2"}th[aria-sort=descending] button::after{content:" \25BC"}
footer{margin-top:50px;padding-top:12px;border-top:1px solid var(--line);font-size:12px;color:var(--muted)}
@media(max-width:640px){body{padding:0 14px 40px;font-size:14px}header{padding-top:28px}h1{font-size:26px}table.words{table-layout:auto;min-width:560px}tbody th{min-width:8.5em}table.figures tbody th{max-width:11em}th small{display:none}table.figures thead th{white-space:normal;min-width:5.5em}}
@page{size:A4;margin:14mm 13mm 15mm}
@page wide{size:A4 landscape;margin:12mm}
@media print{
html{scroll-behavior:auto}
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.5}
header{padding-top:60mm;border:0}nav{break-after:page;background:none;padding:0}nav ol{columns:1}nav a{color:inherit}
section{padding:0;break-before:page}section.wide{page:wide}
h2{font-size:15pt}h3,figcaption{break-after:avoid}h3{font-size:11pt}
.scroll{overflow:visible}
.of-2{grid-template-columns:1fr 1fr}.of-3{grid-template-columns:1fr 1fr 1fr}figure{margin:8px 0}figure.chart,figure.table,tr,.card{break-inside:avoid}figure.long{break-inside:auto}
table{font-size:7.2pt}tbody th,tbody td{padding:1.6px 3px}thead th,thead td{padding:2px 3px}tbody th{min-width:0}th small{font-size:6pt}
table.figures tbody th{position:static}table.words{table-layout:fixed;min-width:0}
thead{display:table-header-group}
footer,#tip{display:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)css";
}

QByteArray page_script() {
    return R"js(
(function(){"use strict";
var tip=document.getElementById("tip");
document.querySelectorAll(".plot").forEach(function(plot){
 var marks=JSON.parse(plot.dataset.marks),width=+plot.dataset.width,dot=null;
 if(!marks.length)return;
 function hide(){tip.hidden=true;if(dot)dot.hidden=true;}
 function show(x,y){
  var box=plot.getBoundingClientRect(),scale=width/box.width,px=(x-box.left)*scale,py=(y-box.top)*scale,best=null,near=34*34*scale*scale;
  marks.forEach(function(m){var d=(m[0]-px)*(m[0]-px)+(m[1]-py)*(m[1]-py);if(d<near){near=d;best=m;}});
  if(!best){hide();return;}
  if(!dot){dot=document.createElement("span");dot.className="dot";plot.appendChild(dot);}
  dot.hidden=false;dot.style.left=best[0]/scale+"px";dot.style.top=best[1]/scale+"px";
  tip.textContent=best[2]+"\n"+best[3];tip.hidden=false;
  var left=box.left+best[0]/scale+14,top=box.top+best[1]/scale-12;
  left=Math.min(left,document.documentElement.clientWidth-tip.offsetWidth-8);
  top=Math.max(6,Math.min(top,window.innerHeight-tip.offsetHeight-6));
  tip.style.left=Math.max(4,left)+"px";tip.style.top=top+"px";
 }
 plot.addEventListener("pointermove",function(e){show(e.clientX,e.clientY);});
 plot.addEventListener("pointerdown",function(e){show(e.clientX,e.clientY);});
 plot.addEventListener("pointerleave",hide);
});
function key(row,column){var cell=row.cells[column],v=cell.dataset.value;return v===undefined?cell.textContent.trim():+v;}
document.querySelectorAll("table").forEach(function(table){
 var body=table.tBodies[0],original=Array.prototype.slice.call(body.rows);
 Array.prototype.forEach.call(table.tHead.rows[0].cells,function(head,column){
  if(head.tagName!=="TH")return;
  var button=document.createElement("button");button.type="button";
  while(head.firstChild)button.appendChild(head.firstChild);
  head.appendChild(button);
  button.addEventListener("click",function(){
   var now=head.getAttribute("aria-sort"),next=now==="descending"?"ascending":now==="ascending"?null:"descending",rows=original.slice();
   table.querySelectorAll("th[aria-sort]").forEach(function(h){h.removeAttribute("aria-sort");});
   if(next){
    head.setAttribute("aria-sort",next);
    rows.sort(function(a,b){var x=key(a,column),y=key(b,column),s;
     if(typeof x==="number"&&typeof y==="number")s=x-y;
     else if(typeof x==="number")return -1;
     else if(typeof y==="number")return 1;
     else s=x.localeCompare(y,document.documentElement.lang);
     return next==="ascending"?s:-s;});
   }
   rows.forEach(function(row){body.appendChild(row);});
  });
 });
});
})();
)js";
}

QByteArray to_svg(Chart& chart, const QSize& size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    svg.setTitle(chart.heading());
    svg.setResolution(96);
    QPainter painter(&svg);
    painter.setFont(chart.font());
    chart.draw(painter, QRectF(QPointF(0, 0), QSizeF(size)));
    painter.end();
    buffer.close();
    // A reader's machine may lack our letters; then the next that has Japanese ones.
    static const QRegularExpression family(QStringLiteral("font-family=\"([^\"]*)\""));
    QString drawing = QString::fromUtf8(bytes);
    drawing.replace(
        family,
        QStringLiteral("font-family=\"\\1, 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, sans-serif\""));
    return drawing.toUtf8();
}

}  // namespace goho::gui::report
