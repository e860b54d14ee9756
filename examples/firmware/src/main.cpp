// A greenhouse: says how warm it is, and opens its vent when it is told to.
#include "Particle.h"

PRODUCT_VERSION(2)

const pin_t SENSOR = A0;  // a TMP36: 0.5 V at 0 degrees, 10 mV more for each degree
const pin_t VENT = D2;    // a servo
const auto PERIOD = 30s;

double temperature = 0;
int vent = 0;
Servo servo;

int setVent(String percent) {
    vent = constrain(percent.toInt(), 0, 100);
    servo.write(map(vent, 0, 100, 0, 180));
    return vent;
}

void setup() {
    servo.attach(VENT);
    Particle.variable("temperature", temperature);
    Particle.variable("vent", vent);
    Particle.function("setVent", setVent);
}

void loop() {
    const double volts = analogRead(SENSOR) * 3.3 / 4095;
    temperature = (volts - 0.5) * 100;
    Particle.publish("temperature", String(temperature, 1));
    delay(PERIOD);
}
