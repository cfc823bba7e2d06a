<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CalendarPage</name>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 10,000 items: choose a person or fewer kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holidays of {years} are not known yet; enter them in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: drop it on a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} → {where}   arrows move it, Enter puts it down, Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message>
        <source>Chosen day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of the chosen day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this day. Type a time, a name and what it is about, and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes into the day, arrows move, M moves an item, Home is today, PgUp and PgDn turn the page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>{what} moved to {where}, a day without work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} moved to {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} handed to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned: {day}{time} {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the same time: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Add to the chosen day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add: 10:30 Zhang San test drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People the name may mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people are called that: choose one</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> for %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appointment without a customer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Chosen item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the phone number  C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the result  R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move  M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand to  G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call off  Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card  O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for calling off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, then Enter; Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody&apos;s yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>not reached on %n day(s) running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindToggle</name>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideRail</name>
    <message>
        <source>To be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more for today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every important customer has a next step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Earlier  PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later  PgDn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today  Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>followups</name>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n item(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing without a time of day. Type to add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make-up working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}, counted from {what} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Due by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last contact, by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last contact, by intent level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expected purchase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
